using System.Text.RegularExpressions;

namespace ChatCvService.Conversation.Text;

/// <summary>A part of a message that remembers where it stands there, so that every fact can point at its words.</summary>
/// <param name="Text">Same length as the part of the message; what was understood already may be masked.</param>
/// <param name="Start">Offset in the message.</param>
internal sealed record Passage(string Text, int Start)
{
    /// <summary>Stands for words that an earlier step has understood (an address, a number).</summary>
    public const char Taken = '\uE000';

    /// <summary>Stands for a date and the words that introduce it.</summary>
    public const char Date = '\uE001';

    public int End => Start + Text.Length;

    public bool IsBlank => !Text.Any(c => char.IsLetterOrDigit(c) && c is not (Taken or Date));

    public Passage Slice(int start, int length) => new(Text.Substring(start, length), Start + start);

    public Passage From(int start) => Slice(start, Text.Length - start);

    public Passage Mask(int start, int length, char with = Taken) =>
        this with { Text = string.Concat(Text.AsSpan(0, start), new string(with, length), Text.AsSpan(start + length)) };

    public Passage Mask(Capture part, char with = Taken) => Mask(part.Index, part.Length, with);

    public Span SpanOf(Capture part) => new(Start + part.Index, part.Length);

    public Span Whole => new(Start, Text.Length);
}

/// <summary>Where in the message a fact was said.</summary>
internal readonly record struct Span(int Start, int Length);
