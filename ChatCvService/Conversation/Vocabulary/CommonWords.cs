using System.Collections.Frozen;

namespace ChatCvService.Conversation.Vocabulary;

/// <summary>Everyday words that are no part of a person's name when everything is typed in lower case.</summary>
internal static class CommonWords
{
    private static readonly FrozenSet<string> Words = WordList.Of("""
        a, able, about, after, again, ago, all, almost, already, also, always, am, an, and, another, any, anything, applying, are, as, ask, asking, at, available, back, bad, based, be, because, been, before, best, better, between, big, bit, both, busy, but, by, called, can, cool, could, currently, cv,
        day, days, did, different, do, does, doing, done, down, during, each, eager, early, easy, else, english, even, ever, every, excited, experienced, fine, finished, finishing, first, for, free, fresh, from, full, fully, get, getting, give, glad, go, going, good, got, great, had, happy, hard, has, have, having, he, hello, help, her, here, hi, him, his, hoping, how,
        i, if, in, interested, into, is, it, its, it's, job, jobs, just, keen, kind, know, last, late, learning, left, less, let, like, little, living, long, looking, lot, lots, love, made, make, making, many, married, maybe, me, mind, more, most, mostly, motivated, much, my, need, needing, new, next, nice, no, not, nothing, now, of, off, ok, okay, old, on, one, only, open, or, other, our, out, over, own,
        part, passionate, people, please, pretty, proud, qualified, quite, ready, real, really, reliable, responsible, retired, right, same, say, searching, see, seeking, self, self-employed, several, she, should, single, skilled, so, some, someone, something, sorry, speaking, still, studying, such, sure, take, taking, than, thank, thanks, that, the, their, them, then, there, these, they, thing, things, think, thinking, this, those, three, time, to, today, too, trained, try, trying, two,
        under, unemployed, until, up, upset, us, used, using, very, want, wanting, wanted, was, way, we, well, went, were, what, when, where, which, while, who, why, will, willing, with, within, without, work, working, worked, would, writing, year, years, yes, yet, you, young, your, resume, help, hey, proficient, fluent, native, certified, licensed, employed, freelance, freelancing, between, bilingual, confident, comfortable, familiar, strong, hardworking, honest, friendly
        """);

    public static bool Contains(string word) => Words.Contains(word);
}
