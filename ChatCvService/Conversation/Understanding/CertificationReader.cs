using System.Text.RegularExpressions;
using ChatCvService.Conversation.Facts;
using ChatCvService.Conversation.Text;
using ChatCvService.Conversation.Vocabulary;

namespace ChatCvService.Conversation.Understanding;

/// <summary>Certificates and licences, in the person's words: "HACCP certificate", "BLS", "AWS Certified Solutions Architect".</summary>
internal static partial class CertificationReader
{
    private static readonly System.Collections.Frozen.FrozenSet<string> Names = WordList.Of("""
        acca, aca, cima, cpa, cfa, cma, cia, cisa, cism, cissp, ccna, ccnp, ceh, comptia a+, comptia security+, security+, network+, a+, itil, pmp, prince2, capm, csm, cspo, psm, togaf, six sigma, lean six sigma, six sigma green belt, six sigma black belt,
        bls, acls, pals, cpr, tncc, nremt, emt, rn, lpn, cna, gphc, nmc, hcpc, haccp, osha 10, osha 30, osha, nebosh, iosh, cscs, white card, dbs check, first aid, servsafe, tesol, tefl, celta, delta, cdl, adr, cka, ckad, cks, phr, sphr, shrm-cp, ielts, toefl, dele, delf, nasm, ace, real estate license, series 7, series 63, pe, eit, fe, leed ap, leed, notary public, forklift license, driving licence, driving license, driver's license, driver's licence, food handler card, food handler's card
        """);

    public static bool IsCertification(string item) => !Negated().IsMatch(item) && (Names.Contains(item.Trim()) || Noun().IsMatch(item) || Certified().IsMatch(item) || IsGrade(item));

    // "PRINCE2 Practitioner", "CISM certified": a known name with its grade.
    private static bool IsGrade(string item) => Grade().Match(item) is { Success: true } grade && Names.Contains(grade.Groups["name"].Value.Trim());

    public static bool Read(Clause clause, Reading reading)
    {
        var text = clause.Text;
        var found = false;
        if (In().Match(text) is { Success: true } lead)
        {
            var list = clause.Masked.From(lead.Index + lead.Length);
            if (ListEnd().Match(list.Text) is { Success: true } end)
                list = list.Slice(0, end.Index);
            foreach (var item in ItemList.Split(list))
                found |= Add(item, reading);
            return found;
        }

        if (!Cue().IsMatch(text))
            return false;
        if (Acronyms().Matches(text) is { Count: > 0 } acronyms)
        {
            foreach (Match acronym in acronyms)
            {
                var group = acronym.Groups["what"];
                reading.Add(new SkillFact(clause.Masked.SpanOf(group), SkillList.Certifications, group.Value.Length <= 5 ? group.Value.ToUpperInvariant() : Wording.Sentence(group.Value)));
                found = true;
            }

            return found;
        }

        var opening = Opening().Match(text);
        foreach (var item in ItemList.Split(clause.Masked.From(opening.Length)))
        {
            // "I'm a certified welder" says what the person is.
            if (clause.HasSubject && !opening.Groups["have"].Success && TitleWords.IsTitle(item.Text) && !item.Text.Any(char.IsUpper))
                continue;
            if (IsCertification(item.Text) || opening.Success && opening.Length > 0 && opening.Groups["have"].Success)
                found |= Add(item, reading);
        }

        return found;
    }

    /// <summary>Adds one item of a list that is known to be certificates.</summary>
    public static bool Add(Passage item, Reading reading)
    {
        var value = Wording.Clean(Edges().Replace(item.Text, ""));
        if (Negated().IsMatch(item.Text) || value.Length < 2 || value.Split(' ').Length > 9)
            return false;
        value = Names.Contains(value) && value.Length <= 5 && !value.Contains(' ', StringComparison.Ordinal) ? value.ToUpperInvariant() : Wording.Sentence(value);
        reading.Add(new SkillFact(item.Whole, SkillList.Certifications, value));
        return true;
    }

    [GeneratedRegex(@"\b(?:certified|licensed|licenced|certificat(?:e|ion)s?|registered|accredited)\s+(?:in|for|as\s+an?|as|with\s+the|with)\s+(?=\p{L})|\badmitted\s+to\s+(?:the\s+)?(?=[\p{L} ]*\bbar\b)|\bmy\s+certifi\w+\s+(?:are|is|include)\s*:?\s*|\bcertifi(?:cations|cates)\s*(?:are|include|:)\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex In();

    [GeneratedRegex(@"\b(?:certificat(?:e|es|ion|ions)|certified|qualified|chartered|licen[cs]es?|licensed|accredited|registered|dbs\s+check|white\s+card|food\s+handler|cscs|registration)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Cue();

    [GeneratedRegex(@"\b(?:certificat(?:e|ion)|licen[cs]e|registered|accredited|accreditation|dbs\s+check|level\s+(?:\d|one|two|three|four|five)|\p{L}+\s+card|registration|permit|ticket|belt)\b\s*(?:\(.*\))?$|\b(?:licen[cs]e|certificat(?:e|ion))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Noun();

    [GeneratedRegex(@"\bcertified\s+\p{L}+|\p{L}+\s+certified\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Certified();

    [GeneratedRegex(@"\b(?<what>[\p{L}\d+]{2,7})(?:-certified\b|[\s-]qualified\b|[\s-]chartered\b|\s+certified\b(?!\s+(?:scrum|solutions|developer|professional|associate|cloud|public|product|kubernetes|network|information|ethical|administrator|engineer|architect|project|internal|fraud)))(?<!\b(?:am|i'm|im|also|be|get|got|was|a|an|and|is|are|been|fully|newly|recently|well|highly|part|not|both)[\s-]+(?:certified|qualified|chartered))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Acronyms();

    [GeneratedRegex(@"^\s*(?<name>[\p{L}\d+ ]{2,20}?)\s+(?:practitioner|foundation|associate|professional|qualified|chartered|expert|(?:black|green|yellow)\s+belt|level\s+\S+|part\s+\S+)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Grade();

    [GeneratedRegex(@"^\s*(?:no|not|without|never)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Negated();

    [GeneratedRegex(@"^(?:(?:yes|also|and|well|sure)\s*,?\s*)*(?:(?<have>i\s+(?:also\s+|just\s+|recently\s+|do\s+)?(?:have|got|hold|earned|obtained|completed|passed|did|received|own)(?:\s+got|\s+also)?|i've\s+(?:also\s+)?(?:got|earned|passed)|my)\s+)?(?:(?:i'm|i\s+am|im)\s+)?(?:an?\s+|my\s+|the\s+)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^\s*(?:(?:i\s+have|i\s+also\s+have|i'm|an?|my|the|also|and|valid|current)\s+)+|\s*(?:in|from|since|obtained|\()\s*[\uE001]+.*$|\s+(?:too|as\s+well)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Edges();

    [GeneratedRegex(@"\s*(?:\uE001|\bsince\b|\bin\s+\p{Lu}\p{L}+$|\bwhich\b|\bthat\b|\bby\b|\bfrom\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex ListEnd();
}
