using System.Collections.Frozen;
using ChatCvService.Conversation.Vocabulary;

namespace ChatCvService.Conversation.Writing;

/// <summary>Words a proposal may use that the person did not: they connect and say nothing.</summary>
internal static class GlueWords
{
    private static readonly FrozenSet<string> Words = WordList.Of("""
        a, an, and, at, as, by, for, from, in, into, is, my, of, on, or, the, this, to, with, who, has, have, i, am, also, currently, previously, before, since, skilled, speaks, holds, studied, worked, working, experience, experienced, including, certified, recognised,
        application, apply, applying, position, dear, hiring, team, manager, would, welcome, chance, talk, about, thank, you, your, time, sincerely, work, bring, role, what, it, that, was, were, me, languages, degree, their, be
        """);

    public static bool Contains(string word) => Words.Contains(word);
}
