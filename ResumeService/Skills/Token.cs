using System.Runtime.InteropServices;

namespace ResumeService.Skills;

internal enum TokenKind : byte
{
    /// <summary>Letters and digits, with the signs that belong to a name (C++, C#, .NET); a CJK character is a word of its own.</summary>
    Word,

    /// <summary>A comma, semicolon, slash, bar, bullet, bracket, ampersand, plus sign or wide gap: what stands between the items of a list.</summary>
    Separator,
    Ampersand,
    Slash,
    Colon,

    /// <summary>A dash with spaces around it.</summary>
    Dash,
    SentenceEnd,
    LineBreak,
    BlankLine,

    /// <summary>Anything else, links and addresses included: nothing is matched in it or across it.</summary>
    Other,
}

/// <summary>A word or a sign of a text, by UTF-16 offset.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct Token
{
    public int Start;
    public int Length;
    public TokenKind Kind;

    /// <summary>A hyphen or underscore ties this word to the one before it.</summary>
    public bool Hyphenated;

    /// <summary>No space stands between this token and the one before it.</summary>
    public bool Adjacent;

    /// <summary>Roles the word plays around skills.</summary>
    public WordRoles Roles;

    /// <summary>Id in the vocabulary of the spellings, or -1.</summary>
    public int Word;

    /// <summary>Id of the word without its plural s, or -1.</summary>
    public int Singular;

    public readonly int End => Start + Length;
}
