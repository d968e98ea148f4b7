using System.Text.RegularExpressions;
using ChatCvService.Conversation.Facts;
using ChatCvService.Conversation.Text;

namespace ChatCvService.Conversation.Understanding;

/// <summary>Whom a cover letter goes to and what it says: only in a conversation about one. What was read is masked for the CV's readers.</summary>
internal static partial class LetterReader
{
    public static Passage Read(Passage message, ICollection<Fact> facts)
    {
        var rest = message;
        foreach (var line in Sentences.Lines(message))
        {
            var label = Labels().Match(line.Text);
            if (label.Success && label.Length < line.Text.Length)
            {
                var field = label.Groups["opening"].Success ? LetterField.Opening : label.Groups["body"].Success ? LetterField.Body : label.Groups["closing"].Success ? LetterField.Closing
                    : label.Groups["manager"].Success ? LetterField.Manager : LetterField.Company;
                var value = line.From(label.Length);
                facts.Add(new LetterFact(value.Whole, field, field is LetterField.Manager or LetterField.Company ? Wording.Proper(value.Text) : value.Text.Trim()));
                rest = rest.Mask(line.Start, line.Text.Length);
                continue;
            }

            foreach (var sentence in Sentences.Split(line))
                rest = ReadSentence(sentence, rest, facts);
        }

        return rest;
    }

    private static Passage ReadSentence(Passage sentence, Passage message, ICollection<Fact> facts)
    {
        var rest = message;
        if (Applying().Match(sentence.Text) is { Success: true } applying)
        {
            var position = applying.Groups["position"];
            var company = applying.Groups["company"];
            if (position.Success && position.Value.Trim().Length > 1)
                facts.Add(new LetterFact(sentence.SpanOf(position), LetterField.Position, Wording.Title(position.Value)));
            if (company.Success && company.Value.Trim().Length > 1)
                facts.Add(new LetterFact(sentence.SpanOf(company), LetterField.Company, Wording.Proper(company.Value)));
            rest = rest.Mask(sentence.Start + applying.Index, applying.Length);
        }

        if (Manager().Match(sentence.Text) is { Success: true } manager && Phrases.Name(sentence.Text, manager.Index + manager.Length, isNamed: true) is var (start, length))
        {
            // "Ms. Weber" keeps its form of address in a letter.
            var name = sentence.Text[(manager.Index + manager.Length)..(start + length)];
            facts.Add(new LetterFact(new Span(sentence.Start + start, length), LetterField.Manager, Wording.Proper(name)));
            rest = rest.Mask(sentence.Start + manager.Index, start + length - manager.Index);
        }

        return rest;
    }

    [GeneratedRegex(@"^\W{0,3}(?:(?<opening>opening(?:\s+paragraph)?)|(?<body>body|main\s+part|letter\s+body)|(?<closing>closing(?:\s+paragraph)?|ending)|(?<manager>(?:hiring\s+)?manager|recipient|addressee|contact\s+person)|(?<company>recipient\s+company|to\s+company|target\s+company))\s*[:=]\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Labels();

    [GeneratedRegex(@"\b(?:(?:i'm|i\s+am|im|i\s+want\s+to|i'd\s+like\s+to|i\s+would\s+like\s+to|it's|to|letter(?:\s+is)?)\s+)?(?:apply(?:ing)?|application)\s+(?:for|to|as)\s+(?:(?:the|an?)\s+)?(?:(?:job|position|role|post)\s+(?:of|as)\s+(?:an?\s+)?)?(?<position>[^,.;\n]+?)(?:\s+(?:position|role|job|opening|post))?(?:\s+(?:at|with|in)\s+(?<company>[^,;.\n]+?))?(?=\s*(?:[,;\n!]|\.(?:\s|$)|$)|\s+(?:and|in|because|which|where)\s)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Applying();

    [GeneratedRegex(@"\b(?:(?:hiring\s+|recruiting\s+)?manager(?:'s\s+name)?(?:\s+(?:there\s+)?is|\s+is\s+called)|address(?:ed)?\s+(?:it\s+|the\s+letter\s+)?to|(?:letter\s+)?goes\s+to|contact\s+person\s+is|recruiter\s+is)\s+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Manager();
}
