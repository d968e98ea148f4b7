namespace ResumeService.Skills;

/// <summary>Marks the skills that a text denies: "no Java required", "without PHP, Perl or Ruby", "Java is not needed".</summary>
internal static class Negation
{
    private const int MaxFillers = 5;

    public static void Mark(string text, ReadOnlySpan<Token> tokens, Span<Candidate> candidates)
    {
        for (var first = 0; first < candidates.Length;)
        {
            var last = first;
            while (candidates[last].LinkedToNext)
                last++;

            if (IsDeniedBefore(text, tokens, candidates[first].First))
            {
                // "no PHP, Perl or Ruby" denies all three; "no PHP, Python preferred" only the first.
                var end = IsOneList(text, tokens, candidates, first, last) || IsDeniedAfter(text, tokens, candidates[last].Last) ? last : first;
                for (var i = first; i <= end; i++)
                    candidates[i].Negated = true;
            }
            else if (IsDeniedAfter(text, tokens, candidates[last].Last))
            {
                for (var i = IsOneList(text, tokens, candidates, first, last) ? first : last; i <= last; i++)
                    candidates[i].Negated = true;
            }

            first = last + 1;
        }
    }

    private static bool IsDeniedBefore(string text, ReadOnlySpan<Token> tokens, int first)
    {
        var fillers = 0;
        for (var i = first - 1; i >= 0 && fillers <= MaxFillers; i--, fillers++)
        {
            var token = tokens[i];
            if (token.Kind != TokenKind.Word)
                return IsChineseDenial(text, tokens[first].Start);
            var word = text.AsSpan(token.Start, token.Length);
            if (token.Roles.HasFlag(WordRoles.Denial))
                return true;
            if (word is "than" or "of" && i > 0 && Is(text, tokens[i - 1], word is "of" ? "instead" : "rather"))
                return true;
            if (IsContractedDenial(word))
                return true;
            if (!token.Roles.HasFlag(WordRoles.DenialFiller))
                return IsChineseDenial(text, tokens[first].Start);
        }

        return IsChineseDenial(text, tokens[first].Start);
    }

    // "Java is not required", "Java experience not needed", "Java isn't a must".
    private static bool IsDeniedAfter(string text, ReadOnlySpan<Token> tokens, int last)
    {
        var denied = false;
        for (var i = last + 1; i < tokens.Length && i - last <= MaxFillers + 2; i++)
        {
            var token = tokens[i];
            if (token.Kind != TokenKind.Word)
                return false;
            var word = text.AsSpan(token.Start, token.Length);
            if (denied && token.Roles.HasFlag(WordRoles.Need))
                return true;
            if (word is "not" or "unnecessary" || IsContractedDenial(word))
                denied = true;
            else if (!(word is "is" or "are" or "a" or "an" or "experience" or "knowledge" or "skills" or "strictly" or "be" or "will"))
                return false;
            if (word is "unnecessary")
                return true;
        }

        return false;
    }

    private static bool IsContractedDenial(ReadOnlySpan<char> word) =>
        word.EndsWith("n't", StringComparison.OrdinalIgnoreCase) || word.EndsWith("n’t", StringComparison.OrdinalIgnoreCase);

    private static bool IsChineseDenial(string text, int start)
    {
        var before = text.AsSpan(0, start).TrimEnd(' ');
        return before.EndsWith("不需要", StringComparison.Ordinal) || before.EndsWith("无需", StringComparison.Ordinal) || before.EndsWith("不要求", StringComparison.Ordinal);
    }

    private static bool IsOneList(string text, ReadOnlySpan<Token> tokens, ReadOnlySpan<Candidate> candidates, int first, int last)
    {
        if (first == last)
            return true;
        for (var i = candidates[last - 1].Last + 1; i < candidates[last].First; i++)
        {
            if (tokens[i].Roles.HasFlag(WordRoles.Conjunction) || tokens[i].Kind is TokenKind.Slash or TokenKind.Ampersand)
                return true;
        }

        return false;
    }

    private static bool Is(string text, in Token token, string word) => text.AsSpan(token.Start, token.Length).Equals(word, StringComparison.OrdinalIgnoreCase);
}
