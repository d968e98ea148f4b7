namespace ResumeService.Skills;

/// <summary>Decides which everyday words of a text are skills, by what stands around them.</summary>
internal readonly ref struct SkillContext
{
    private const int MaxConnectors = 4;
    private const int MaxLabelWords = 6;
    private const int MaxHeadingLines = 12;
    private const int CueReach = 6;
    private const int NeighbourReach = 14;
    private const int SureOfThemselves = 3;

    private readonly string _text;
    private readonly ReadOnlySpan<Token> _tokens;
    private readonly Span<Candidate> _candidates;

    public SkillContext(string text, ReadOnlySpan<Token> tokens, Span<Candidate> candidates)
    {
        _text = text;
        _tokens = tokens;
        _candidates = candidates;
    }

    /// <summary>Sets <see cref="Candidate.Accepted"/> and <see cref="Candidate.LinkedToNext"/> of every candidate.</summary>
    public void Decide()
    {
        foreach (ref var candidate in _candidates)
        {
            if (candidate.Certainty == Certainty.ByCase)
                candidate.Accepted = CaseDecides(candidate);
            else if (!candidate.Accepted)
                candidate.Accepted = FollowerDecides(candidate);
        }

        for (var i = 0; i + 1 < _candidates.Length; i++)
            _candidates[i].LinkedToNext = AreLinked(_candidates[i].Last, _candidates[i + 1].First);
        MarkTagLines();

        for (var first = 0; first < _candidates.Length;)
        {
            var last = first;
            while (_candidates[last].LinkedToNext)
                last++;
            DecideList(first, last);
            first = last + 1;
        }

        for (var i = 0; i < _candidates.Length; i++)
        {
            ref var candidate = ref _candidates[i];
            if (!candidate.Accepted && candidate.Exact && candidate.Certainty != Certainty.CommonNoun && HasCompany(i))
                candidate.Accepted = true;
        }
    }

    private bool CaseDecides(in Candidate candidate)
    {
        if (!candidate.Exact)
            return false;
        var written = Written(candidate);
        var isCapitalised = char.IsUpper(written[0]) && !written[1..].ContainsAnyInRange('A', 'Z');
        // "AI-driven" and "REST-based" still speak of AI and REST.
        if (IsHalfOfACompound(candidate) && (isCapitalised || !IsFirstHalf(candidate)))
            return false;
        if (isCapitalised)
            return !StartsSentence(candidate.First) || IsFollowed(candidate) || FillsItsSentence(candidate);
        return !IsInCapitals(candidate) || IsFollowed(candidate);
    }

    // "Go developer", "React 18", "sales experience".
    private bool FollowerDecides(in Candidate candidate)
    {
        if (IsHalfOfACompound(candidate))
            return false;
        if (candidate.Certainty == Certainty.CommonNoun)
            return candidate.Last + 1 < _tokens.Length && _tokens[candidate.Last + 1].Roles.HasFlag(WordRoles.SkillNoun) && !_tokens[candidate.Last + 1].Hyphenated;
        return candidate.Exact && (IsFollowed(candidate) || IsJudged(candidate) || HasVersion(candidate) || HasChineseCue(candidate));
    }

    private void DecideList(int first, int last)
    {
        var sure = 0;
        var exact = 0;
        var inOtherCase = 0;
        var careless = false;
        for (var i = first; i <= last; i++)
        {
            ref readonly var candidate = ref _candidates[i];
            careless |= IsCareless(candidate);
            if (candidate.Accepted)
                sure++;
            else if (candidate is { Exact: true, Certainty: Certainty.InContext or Certainty.ByCase } && !IsHalfOfACompound(candidate))
                exact++;
            else if (candidate is { Exact: false, Certainty: Certainty.InContext or Certainty.ByCase })
                inOtherCase++;
        }

        // Two names in the wrong case ("Python, go, rust") are no coincidence.
        careless |= inOtherCase > 1;

        if (sure == last - first + 1)
            return;

        var labelled = HasLabel(_candidates[first].First) || (first != last && HasLabel(_candidates[last].First));
        var led = LeadsIn(_candidates[first], requireCommand: false);
        var commanded = labelled || LeadsIn(_candidates[first], requireCommand: true);
        for (var i = first; i <= last; i++)
        {
            ref var candidate = ref _candidates[i];
            if (candidate.Accepted || IsHalfOfACompound(candidate))
                continue;
            var left = i > first || StartsItem(candidate.First);
            var right = i < last || EndsItem(candidate.Last);
            candidate.Accepted = candidate.Certainty switch
            {
                Certainty.CommonNoun => left && right && !IsLabel(candidate) && (sure > 0 || commanded),
                _ when sure > 0 => candidate.Exact ? right : left && right && careless,
                _ when candidate.Exact => right && (led || (left && (labelled || exact >= SureOfThemselves))),
                _ => left && right && labelled && (i > first || !IsWord(candidate.First - 1)),
            };
            // One letter is too little for "in C" alone.
            if (candidate.Accepted && sure == 0 && !commanded && Written(candidate).Length == 1)
                candidate.Accepted = false;
        }
    }

    /// <summary>
    /// The list writes a proper name without regard to case ("java"), so that "go" beside it can be one too; in "Java and go" it is not.
    /// Concepts ("microservices") are written in lower case by everybody and tell nothing.
    /// </summary>
    private bool IsCareless(in Candidate candidate)
    {
        if (!candidate.Accepted || candidate.Exact || candidate.Certainty == Certainty.CommonNoun)
            return false;
        var name = candidate.Skill.Name.AsSpan();
        var space = name.IndexOf(' ');
        if (space >= 0 && space + 1 < name.Length && char.IsLower(name[space + 1]))
            return false;
        var written = Written(candidate);
        return !written.EndsWith("ing", StringComparison.Ordinal) && !written.EndsWith("tion", StringComparison.Ordinal) && !written.EndsWith("ity", StringComparison.Ordinal)
            && !written.EndsWith("ics", StringComparison.Ordinal) && !written.EndsWith("ices", StringComparison.Ordinal) && !written.EndsWith("ment", StringComparison.Ordinal);
    }

    private ReadOnlySpan<char> Written(in Candidate candidate) =>
        _text.AsSpan(_tokens[candidate.First].Start, _tokens[candidate.Last].End - _tokens[candidate.First].Start);

    // rust-proof, C-level, R&D, Go-to-market; but React-based and C/C++.
    private bool IsHalfOfACompound(in Candidate candidate)
    {
        if (_tokens[candidate.First].Hyphenated || IsInitial(_tokens[candidate.First].Start, _tokens[candidate.Last].End))
            return true;
        if (candidate.First > 0 && _tokens[candidate.First - 1] is { Kind: TokenKind.Ampersand or TokenKind.Other } before && _tokens[candidate.First].Adjacent
            && (before.Kind == TokenKind.Other || before.Adjacent))
            return true;
        if (candidate.Last + 1 >= _tokens.Length)
            return false;
        var after = _tokens[candidate.Last + 1];
        return after.Kind switch
        {
            TokenKind.Word => after.Hyphenated && !after.Roles.HasFlag(WordRoles.Follower),
            TokenKind.Ampersand => after.Adjacent && candidate.Last + 2 < _tokens.Length && _tokens[candidate.Last + 2].Adjacent,
            TokenKind.Other => after.Adjacent,
            _ => false,
        };
    }

    private bool IsFirstHalf(in Candidate candidate) => !_tokens[candidate.First].Hyphenated && candidate.Last + 1 < _tokens.Length && _tokens[candidate.Last + 1].Hyphenated;

    // Ph.D., D.C., R.N.
    private bool IsInitial(int start, int end) =>
        (start > 1 && _text[start - 1] == '.' && char.IsLetter(_text[start - 2])) || (end + 1 < _text.Length && _text[end] == '.' && char.IsLetter(_text[end + 1]));

    private bool IsFollowed(in Candidate candidate)
    {
        if (candidate.Last + 1 >= _tokens.Length)
            return false;
        var after = _tokens[candidate.Last + 1];
        if ((after.Roles & (WordRoles.Follower | WordRoles.SkillNoun)) == WordRoles.None)
            return false;
        // "Swift Development" in a company's name says nothing; "Swift development" does.
        return char.IsLower(_text[after.Start]) || char.IsUpper(_text[_tokens[candidate.First].Start]);
    }

    // "Go is a plus", "Rust preferred".
    private bool IsJudged(in Candidate candidate)
    {
        for (var i = candidate.Last + 1; i < _tokens.Length && i <= candidate.Last + 4 && _tokens[i].Kind == TokenKind.Word; i++)
        {
            if (_tokens[i].Roles.HasFlag(WordRoles.Wanted))
                return true;
            if (_text.AsSpan(_tokens[i].Start, _tokens[i].Length) is not ("is" or "are" or "a" or "an" or "not" or "would" or "be" or "big" or "strongly"))
                return false;
        }

        return false;
    }

    private bool HasVersion(in Candidate candidate)
    {
        if (candidate.Last + 1 >= _tokens.Length || Written(candidate).Length < 2)
            return false;
        var number = _tokens[candidate.Last + 1];
        if (number.Kind != TokenKind.Word || number.Length > 3 || !char.IsAsciiDigit(_text[number.Start]) || !char.IsAsciiDigit(_text[number.Start + Math.Min(number.Length, 2) - 1]))
            return false;
        return EndsItem(candidate.Last + 1) || _text[Math.Min(number.End, _text.Length - 1)] == '.';
    }

    private bool HasChineseCue(in Candidate candidate)
    {
        var before = _text.AsSpan(0, _tokens[candidate.First].Start).TrimEnd(' ');
        foreach (var cue in ContextWords.ChineseBefore)
        {
            if (before.EndsWith(cue, StringComparison.Ordinal))
                return true;
        }

        var after = _text.AsSpan(_tokens[candidate.Last].End).TrimStart(' ');
        foreach (var cue in ContextWords.ChineseAfter)
        {
            if (after.StartsWith(cue, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private bool StartsSentence(int token)
    {
        if (token == 0)
            return true;
        var before = _tokens[token - 1];
        switch (before.Kind)
        {
            case TokenKind.Word:
                return false;
            case TokenKind.LineBreak:
                // A line that runs on: the one above ends in a lower-case word or a comma.
                var end = token >= 2 ? _tokens[token - 2] : default;
                return !(end.Kind == TokenKind.Word && char.IsLower(_text[end.Start])) && !(end.Kind == TokenKind.Separator && _text[end.Start] == ',');
            case TokenKind.Separator:
                return _text[before.Start] is not (',' or ';' or '(' or '"' or '、' or '，');
            case TokenKind.Slash or TokenKind.Ampersand:
                return false;
            default:
                return true;
        }
    }

    // A bullet or a line that is nothing but the name.
    private bool FillsItsSentence(in Candidate candidate) =>
        StartsSentence(candidate.First) && candidate.Last + 1 < _tokens.Length && _tokens[candidate.Last + 1].Kind is TokenKind.Separator or TokenKind.Slash && EndsItem(candidate.Last);

    private bool IsInCapitals(in Candidate candidate)
    {
        var words = 0;
        for (var i = candidate.First - 1; i >= 0 && _tokens[i].Kind is not (TokenKind.LineBreak or TokenKind.BlankLine) && words < 3; i--)
        {
            if (!CountsAsCapitals(_tokens[i], ref words))
                return false;
        }

        for (var i = candidate.Last + 1; i < _tokens.Length && _tokens[i].Kind is not (TokenKind.LineBreak or TokenKind.BlankLine) && words < 5; i++)
        {
            if (!CountsAsCapitals(_tokens[i], ref words))
                return false;
        }

        return words >= 2;
    }

    private bool CountsAsCapitals(in Token token, ref int words)
    {
        if (token.Kind != TokenKind.Word || token.Length < 2)
            return true;
        words++;
        return !_text.AsSpan(token.Start, token.Length).ContainsAnyInRange('a', 'z');
    }

    private bool AreLinked(int last, int next)
    {
        var count = next - last - 1;
        if (count is 0 or > MaxConnectors)
            return false;
        var lines = 0;
        for (var i = last + 1; i < next; i++)
        {
            var token = _tokens[i];
            if (!IsConnector(token))
                return false;
            if (token.Kind == TokenKind.LineBreak)
                lines++;
        }

        return lines <= 1;
    }

    private static bool IsConnector(in Token token) =>
        token.Kind is TokenKind.Separator or TokenKind.Slash or TokenKind.Ampersand or TokenKind.LineBreak or TokenKind.Dash || token.Roles.HasFlag(WordRoles.Conjunction);

    // Tags of a posting ("amazon-web-services c# node.js go") and stacks ("Java Spring React"): names with spaces only.
    private void MarkTagLines()
    {
        for (var first = 0; first < _candidates.Length;)
        {
            var last = first;
            var sure = _candidates[first].Accepted ? 1 : 0;
            var nouns = _candidates[first].Certainty == Certainty.CommonNoun ? 1 : 0;
            while (last + 1 < _candidates.Length && _candidates[last + 1].First - _candidates[last].Last == 1 && !_tokens[_candidates[last + 1].First].Hyphenated)
            {
                last++;
                sure += _candidates[last].Accepted ? 1 : 0;
                nouns += _candidates[last].Certainty == Certainty.CommonNoun ? 1 : 0;
            }

            var isTagLine = nouns == 0 ? sure > 0 : last - first >= 2 && sure >= 2;
            for (var i = first; i < last && isTagLine; i++)
                _candidates[i].LinkedToNext = true;
            first = last + 1;
        }
    }

    private bool StartsItem(int first)
    {
        if (first == 0)
            return true;
        var before = _tokens[first - 1];
        return before.Kind != TokenKind.Word
            ? before.Kind != TokenKind.Other
            : (before.Roles & (WordRoles.Conjunction | WordRoles.Preposition | WordRoles.Using | WordRoles.Command)) != WordRoles.None
                || (before.Roles.HasFlag(WordRoles.Label) && char.IsUpper(_text[before.Start]));
    }

    private bool EndsItem(int last)
    {
        if (last + 1 >= _tokens.Length)
            return true;
        var after = _tokens[last + 1];
        if (after.Kind != TokenKind.Word)
            return after.Kind != TokenKind.Other;
        return (after.Roles & (WordRoles.Conjunction | WordRoles.Function | WordRoles.SkillNoun | WordRoles.ListEnd)) != WordRoles.None
            || char.IsAsciiDigit(_text[after.Start])
            || (after.Roles.HasFlag(WordRoles.Follower) && char.IsLower(_text[after.Start]))
            || (char.IsLower(_text[after.Start]) && _text.AsSpan(after.Start, after.Length).EndsWith("ing", StringComparison.Ordinal))
            || !char.IsAscii(_text[after.Start]);
    }

    private bool IsWord(int token) => token >= 0 && _tokens[token].Kind == TokenKind.Word;

    // "Security: …" names a group, not a skill.
    private bool IsLabel(in Candidate candidate) => candidate.Last + 1 < _tokens.Length && _tokens[candidate.Last + 1].Kind == TokenKind.Colon;

    /// <summary>The line opens with a label of skills ("Languages: …"), or stands under a heading of them.</summary>
    private bool HasLabel(int token)
    {
        var lineStart = token;
        while (lineStart > 0 && _tokens[lineStart - 1].Kind is not (TokenKind.LineBreak or TokenKind.BlankLine))
        {
            lineStart--;
            if (token - lineStart > 400)
                return false;
        }

        if (IsLabelled(lineStart, token))
            return true;

        var lines = 0;
        for (var end = lineStart - 1; end > 0 && lines < MaxHeadingLines; lines++)
        {
            var blank = _tokens[end].Kind == TokenKind.BlankLine;
            var start = end;
            while (start > 0 && end - start < 60 && _tokens[start - 1].Kind is not (TokenKind.LineBreak or TokenKind.BlankLine))
                start--;
            if (IsHeading(start, end))
                return true;
            // A heading may stand over a blank line, but its section does not go on after the next one.
            if (blank)
                return false;
            end = start - 1;
        }

        return false;
    }

    private bool IsLabelled(int lineStart, int before)
    {
        var words = 0;
        var label = false;
        for (var i = lineStart; i < before && words <= MaxLabelWords; i++)
        {
            if (_tokens[i].Kind == TokenKind.Colon)
                return label;
            if (_tokens[i].Kind is TokenKind.SentenceEnd)
                return false;
            if (_tokens[i].Kind == TokenKind.Word)
            {
                words++;
                label |= _tokens[i].Roles.HasFlag(WordRoles.Label) || IsChineseLabel(i);
            }
        }

        return false;
    }

    private bool IsHeading(int start, int end)
    {
        var words = 0;
        var label = false;
        for (var i = start; i < end; i++)
        {
            if (_tokens[i].Kind == TokenKind.Word)
            {
                words++;
                label |= _tokens[i].Roles.HasFlag(WordRoles.Label) || IsChineseLabel(i);
            }
            else if (_tokens[i].Kind is TokenKind.SentenceEnd)
            {
                return false;
            }
        }

        return label && words <= 4 && end > start && !char.IsLower(_text[_tokens[start].Start]);
    }

    private bool IsChineseLabel(int token) =>
        _tokens[token].Start + 2 <= _text.Length && _text.AsSpan(_tokens[token].Start, 2) is "技能" or "语言" or "技术" or "工具" or "框架" or "特长" or "专业";

    /// <summary>The words before a list say that somebody works with what follows: "experience with", "built in", "using".</summary>
    private bool LeadsIn(in Candidate candidate, bool requireCommand)
    {
        if (HasChineseCue(candidate))
            return true;
        var i = candidate.First - 1;
        if (i < 0 || _tokens[i].Kind != TokenKind.Word)
            return false;
        var before = _tokens[i];
        if (!requireCommand && before.Roles.HasFlag(WordRoles.Using))
            return true;
        if (!before.Roles.HasFlag(WordRoles.Preposition))
            return false;
        for (var steps = 0; --i >= 0 && steps < CueReach; steps++)
        {
            var token = _tokens[i];
            if (token.Kind is TokenKind.SentenceEnd or TokenKind.BlankLine)
                return false;
            if (token.Roles.HasFlag(WordRoles.Command) || (!requireCommand && (token.Roles & (WordRoles.Making | WordRoles.Using)) != WordRoles.None))
                return true;
        }

        return false;
    }

    /// <summary>A capitalised name in the middle of a sentence that names a sure skill too: "from jQuery to React".</summary>
    private bool HasCompany(int index)
    {
        ref readonly var candidate = ref _candidates[index];
        if (Written(candidate).Length < 3 || candidate.First == 0 || IsHalfOfACompound(candidate) || !EndsItem(candidate.Last))
            return false;
        var before = _tokens[candidate.First - 1];
        if (before.Kind != TokenKind.Word || !char.IsLower(_text[before.Start]))
            return false;
        return (index > 0 && IsCompany(_candidates[index - 1].Last, candidate.First, index - 1))
            || (index + 1 < _candidates.Length && IsCompany(candidate.Last, _candidates[index + 1].First, index + 1));
    }

    private bool IsCompany(int from, int to, int other)
    {
        if (!_candidates[other].Accepted || _candidates[other].Certainty == Certainty.CommonNoun || to - from > NeighbourReach)
            return false;
        for (var i = from + 1; i < to; i++)
        {
            if (_tokens[i].Kind is TokenKind.SentenceEnd or TokenKind.BlankLine)
                return false;
        }

        return true;
    }
}
