using System.Text.RegularExpressions;
using ChatCvService.Conversation.Facts;
using ChatCvService.Conversation.Text;
using ChatCvService.Conversation.Vocabulary;

namespace ChatCvService.Conversation.Understanding;

/// <summary>E-mail, phone, LinkedIn and website, wherever they stand in a message. What was read is masked for the later steps.</summary>
internal static partial class ContactReader
{
    public static Passage Read(Passage message, Reading reading)
    {
        var rest = message;
        rest = Take(rest, Emails(), reading, PersonField.Email, match => match.Value.TrimEnd('.'));
        rest = Take(rest, SpelledEmails(), reading, PersonField.Email, match =>
            $"{match.Groups["user"].Value}@{string.Join('.', Regex.Split(match.Groups["host"].Value, @"\s*[\[(]?\s*dot\s*[\])]?\s*", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(10)))}");
        rest = Take(rest, Linkedin(), reading, PersonField.Linkedin, match => match.Value.TrimEnd('.', '/'));
        rest = Take(rest, Websites(), reading, PersonField.Website, match => match.Value.TrimEnd('.', '/'));
        return TakePhone(rest, reading);
    }

    private static Passage Take(Passage passage, Regex pattern, Reading reading, PersonField field, Func<Match, string> value)
    {
        var rest = passage;
        var isFirst = true;
        foreach (Match match in pattern.Matches(passage.Text))
        {
            // "my e-mail is now b@x" says the new one last, "a@x or b@x" the better one first: the first of a message counts.
            if (SoftwareWords.IsSoftware(match.Value))
                continue;
            if (isFirst && !IsReplaced(passage.Text, match))
            {
                reading.Add(new PersonFact(passage.SpanOf(match), field, value(match)));
                isFirst = false;
            }

            rest = MaskWithLabel(rest, match);
        }

        return rest;
    }

    private static Passage TakePhone(Passage passage, Reading reading)
    {
        foreach (Match match in Phones().Matches(passage.Text))
        {
            var number = match.Value.Trim();
            var digits = number.Count(char.IsAsciiDigit);
            var isNamed = PhoneWords().IsMatch(passage.Text[Math.Max(0, match.Index - 40)..match.Index]);
            if (digits is < 6 or > 15 || (YearRange().IsMatch(number) && !isNamed) || (digits < 9 && number[0] != '+' && !isNamed && !LocalShape().IsMatch(number)))
                continue;
            if (Amount().IsMatch(passage.Text[(match.Index + match.Length)..]) || (match.Index > 0 && passage.Text[match.Index - 1] is '$' or '€' or '£' or '#') || IsReplaced(passage.Text, match))
                continue;
            reading.Add(new PersonFact(passage.SpanOf(match), PersonField.Phone, number));
            return MaskWithLabel(passage, match);
        }

        return passage;
    }

    // "my mail is", "or on", "phne": words that only introduce the address go with it.
    private static Passage MaskWithLabel(Passage passage, Match match)
    {
        var masked = passage.Mask(match);
        var start = match.Index;
        while (start > 0 && passage.Text[start - 1] is not (',' or ';' or '\n' or '|' or '.' or '/' or Passage.Taken))
            start--;
        var words = Wording.WordsOf(passage.Text[start..match.Index]);
        var isLabel = words.Count is > 0 and <= 5 && (words.All(word => CommonWords.Contains(word) || Labels().IsMatch(word))
                || (words.Count == 1 && char.IsLower(words[0][0]) && !PlaceWords.IsPlace(words[0]) && !TitleWords.IsTitle(words[0])));
        return isLabel ? masked.Mask(start, match.Index - start) : masked;
    }

    // "not a@x", "instead of 555-1234": said to be wrong.
    private static bool IsReplaced(string text, Match match) => Wrong().IsMatch(text[Math.Max(0, match.Index - 24)..match.Index]);

    [GeneratedRegex(@"(?<![\p{L}\d._%+-])[\p{L}\d][\p{L}\d._%+-]*@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Emails();

    [GeneratedRegex(@"\b(?<user>[a-z\d][a-z\d._-]{0,60})\s*[\[(]?\s*\bat\b\s*[\])]?\s*(?<host>[a-z\d-]{1,60}(?:\s*[\[(]?\s*\bdot\b\s*[\])]?\s*[a-z]{2,12}){1,3})\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex SpelledEmails();

    [GeneratedRegex(@"(?:https?://)?(?:[\w-]{1,20}\.)?linkedin\.com/[\w\-./%]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Linkedin();

    [GeneratedRegex(
        @"(?<![\w@.-])(?:https?://[^\s,;|)\uE000]+|www\.[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}(?:/[\w\-./%]*)?|[\w-]{2,63}(?:\.[\w-]{1,63}){0,4}\.(?:com|org|net|io|dev|me|design|art|ca|co|co\.uk|de|fr|mx|app|info|ie|it|es|se|nl|eu|in|us|uk|au|com\.au|xyz|tech|online|site|page|studio|pro|blog|ai)(?:/[\w\-./%]*)?)(?![\w@])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Websites();

    [GeneratedRegex(@"(?<![\w/.,-])\(?(?:\+|00)?\d[\d\s().\-/]{4,20}\d(?![\w%]|[/-]\d)", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Phones();

    [GeneratedRegex(@"\b(?:ph?h?o?ne|mobile|cell|tel|telephone|number|call|text|whatsapp|reach|contact)\b[^\d+(]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex PhoneWords();

    [GeneratedRegex(@"^\(?(?:19|20)\d\d\)?\s*[-/. ]\s*(?:(?:19|20)\d\d|\d\d)?\b|(?:^|\D)(?:0?[1-9]|1[0-2])[/.](?:19|20)\d\d|(?:^|[^\d])(?:19|20)\d\d\s*-\s*(?:19|20)\d\d", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex YearRange();

    [GeneratedRegex(@"^\(?\d{3}\)?[\s.-]\d{3,4}(?:[\s.-]\d{4})?$", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex LocalShape();

    [GeneratedRegex(@"^\s*(?:%|people|users|customers|dollars|euros|million|students|items|orders|units|years)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Amount();

    [GeneratedRegex(@"^(?:e|mail|e-?mail|phone|mobile|cell|cellphone|tel|telephone|number|address|linkedin|website|site|portfolio|github|reach|contact|text|call|whatsapp|me|on|via|it's|its|or|under)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Labels();

    [GeneratedRegex(@"\b(?:not|instead\s+of|rather\s+than|no\s+longer|old\s+(?:one|number|e-?mail)\s+(?:is|was)|from)\s+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Wrong();
}
