using System.Collections.Frozen;

namespace ChatCvService.Conversation.Vocabulary;

/// <summary>Verbs that begin a line about work.</summary>
internal static class ActionVerbs
{
    private static readonly FrozenSet<string> Bases = WordList.Of("""
        abstract, accompany, achieve, acquire, act, adapt, adjust, administrate, aid, allocate, appraise, ascertain, authorise, authorize, award, bake, bandage, bathe, beat, begin, bill, bind, bottle, braise, brew, butcher, campaign, capture, certify, chart, chop, clear, climb, coat, comfort, commission, compose, compute, contact, contract, convince, copy, craft, cross-sell, curate, dash, defend, demolish, deposit, derive, dig, digitise, digitize, dismantle, display, disinfect, dispose, distribute, dive, donate, drill, dye, empty, encourage, enrol, enroll, enter, entertain, equip, escort, excavate, exhibit, export, feed, film, finance, finish, fire, fly, forge, fry, fulfil, fulfill, fundraise, garnish, gather, glaze, grade, grill, grind, hang, haul, illuminate, immunise, immunize, inject, insulate, insure, interpret, invoice, join, judge, knead, label, landscape, lecture, lend, level, lobby, loan, locate, machine, mail, marinate, mark, massage, master, milk, mill, mow, navigate, network, nurse, nurture, open, outline, outperform, package, partner, phone, piece, plaster, plate, plough, plumb, practise, practice, preach, predict, prescribe, preserve, preside, proof, proofread, prosecute, prototype, prove, pump, push, quote, rate, re-engineer, rearrange, rectify, redact, rehearse, reinforce, release, relocate, remodel, remove, render, renew, renovate, rent, reorder, reset, resolve, retain, retrieve, rewire, rid, rig, roast, rotate, route, sanitise, sanitize, saw, scrub, sculpt, search, season, service, settle, shelve, shadow, sign, simulate, sing, smoke, solder, source, specify, spray, stack, staff, stage, steer, sterilise, sterilize, stitch, stretch, structure, submit, suggest, summarise, summarize, suture, swap, tailor, target, taste, tie, tow, trade, transfer, treat, trim, triage, trim, tuck, type, unblock, unlock, upsell, vaccinate, value, varnish, visualise, visualize, volunteer, wait, walk, warm, warn, water, weed, weigh, wipe,  add, administer, advise, analyse, analyze, answer, approve, arrange, assemble, assess, assign, assist, attend, audit, automate, balance, book, brief, bring, build, buy, calculate, calibrate, care, carry, change, check, clean, close, coach, code, collaborate, collect,
        communicate, compile, complete, conduct, configure, connect, construct, consult, contribute, control, convert, cook, coordinate, correct, counsel, count, cover, create, cultivate, cut, cater, chair, catalogue, catalog, debug, decorate, fit, fold, groom, harvest, iron, log, mix, mop, mount, photograph, polish, pour, prep, print, prune, retouch, sand, scan, seal, sketch, slice, sweep, tile, wrap, deal, decrease, define, delegate, deliver, demonstrate, deploy, design, detect, determine, develop, devise, diagnose, direct, discover,
        dispatch, dispense, do, document, double, draft, draw, drive, earn, edit, educate, eliminate, enable, enforce, engineer, ensure, establish, estimate, evaluate, examine, exceed, execute, expand, explain, extend, fabricate, facilitate, file, fill, finalize, find, fix, follow, forecast, form, formulate, foster, found,
        frame, gain, generate, get, give, greet, grow, guard, guide, halve, handle, head, help, hire, host, identify, illustrate, implement, import, improve, increase, influence, inform, initiate, innovate, inspect, inspire, install, instruct, integrate, interview, introduce, invent, investigate, issue, keep, launch, lay, lead, learn, lift,
        liaise, load, look, lower, maintain, make, manage, map, market, measure, mediate, meet, mentor, merge, migrate, model, moderate, modernize, monitor, motivate, move, negotiate, observe, obtain, open, operate, optimise, optimize, order, organise, organize, overhaul, oversee, own, pack, paint, participate, patrol, perform, persuade, pick, pilot, pioneer, place, plan, play,
        plant, post, prepare, present, prevent, price, process, produce, program, promote, propose, protect, provide, publish, purchase, raise, reach, read, rebuild, receive, recommend, reconcile, record, recruit, redesign, reduce, refactor, refer, refine, register, rehabilitate, reorganise, reorganize, repair, replace, report, represent, research, resolve, respond, restock, restore, restructure, review, revise,
        rewrite, roll, run, save, scale, schedule, screen, secure, select, sell, send, serve, service, set, sew, shape, ship, shoot, simplify, solve, sort, speed, standardize, start, stock, store, streamline, strengthen, study, supervise, supply, support, surpass, survey, sustain, take, talk, teach, tend, test, track, train, transcribe, transform, translate, transport, treat, triple, troubleshoot, tune, turn, tutor,
        uncover, unload, update, upgrade, use, utilize, validate, verify, visit, wash, watch, weld, welcome, win, wire, work, write
        """);

    // Past form to base form; the other forms are regular.
    private static readonly FrozenDictionary<string, string> Pasts = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["brought"] = "bring", ["built"] = "build", ["bought"] = "buy", ["cut"] = "cut", ["dealt"] = "deal", ["did"] = "do", ["drew"] = "draw", ["drove"] = "drive", ["found"] = "find",
        ["gave"] = "give", ["got"] = "get", ["grew"] = "grow", ["held"] = "hold", ["kept"] = "keep", ["laid"] = "lay", ["led"] = "lead", ["made"] = "make", ["met"] = "meet", ["oversaw"] = "oversee",
        ["ran"] = "run", ["read"] = "read", ["rewrote"] = "rewrite", ["rebuilt"] = "rebuild", ["sent"] = "send", ["set"] = "set", ["shot"] = "shoot", ["sold"] = "sell", ["taught"] = "teach",
        ["beat"] = "beat", ["began"] = "begin", ["bound"] = "bind", ["chose"] = "choose", ["flew"] = "fly", ["fed"] = "feed", ["hung"] = "hang", ["lent"] = "lend", ["sang"] = "sing", ["spoke"] = "speak", ["spent"] = "spend", ["took"] = "take", ["won"] = "win", ["wrote"] = "write", ["sped"] = "speed",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Bends = Pasts.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    private static readonly FrozenSet<string> Irregular = WordList.Of("""
        brought, built, bought, cut, dealt, did, drew, drove, found, gave, got, grew, held, kept, laid, led, made, met, oversaw, ran, read, rewrote, rebuilt, saved, sent, set, shot, sold, spoke, sped, spent, taught, took, won, wrote, sewn, sewed, understood, cared, planned, programmed, cut, hit, put, shut, lit, wove, rode, stood, forecast, broadcast
        """);

    /// <summary>In any form: "manage", "manages", "managed", "managing".</summary>
    public static bool IsAction(string word)
    {
        var verb = word.ToLowerInvariant().Trim(',', '.', ';', ':');
        return Bases.Contains(verb) || Irregular.Contains(verb) || IsForm(verb, "ed") || IsForm(verb, "ing") || (verb.EndsWith('s') && (Bases.Contains(verb[..^1]) || (verb.EndsWith("es", StringComparison.Ordinal) && Bases.Contains(verb[..^2]))));
    }

    public static bool IsGerund(string word) => word.EndsWith("ing", StringComparison.OrdinalIgnoreCase) && IsForm(word.ToLowerInvariant(), "ing");

    // managed: manage; planned: plan; carried: carry; developed: develop.
    private static bool IsForm(string verb, string ending)
    {
        if (verb.Length < ending.Length + 2 || !verb.EndsWith(ending, StringComparison.Ordinal))
            return false;
        var stem = verb[..^ending.Length];
        return Bases.Contains(stem) || Bases.Contains(stem + "e") || (stem[^1] == 'i' && Bases.Contains(stem[..^1] + "y"))
            || (stem.Length > 2 && stem[^1] == stem[^2] && Bases.Contains(stem[..^1])) || stem is "prepar" or "co-ordinat" or "liais";
    }

    /// <summary>"managed", "managing", "manages": "manage". Null when the word is no such verb.</summary>
    public static string? BaseOf(string word)
    {
        var verb = word.ToLowerInvariant();
        if (Bases.Contains(verb))
            return verb;
        if (Pasts.TryGetValue(verb, out var irregular))
            return irregular;
        foreach (var ending in (string[])["ing", "ed", "es", "s"])
        {
            if (!verb.EndsWith(ending, StringComparison.Ordinal) || verb.Length < ending.Length + 2)
                continue;
            var stem = verb[..^ending.Length];
            foreach (var candidate in (string[])[stem, stem + "e", stem[^1] == 'i' ? stem[..^1] + "y" : stem, stem.Length > 2 && stem[^1] == stem[^2] ? stem[..^1] : stem])
            {
                if (Bases.Contains(candidate))
                    return candidate;
            }
        }

        return null;
    }

    public static bool IsPast(string word)
    {
        var verb = word.ToLowerInvariant();
        return (Pasts.ContainsKey(verb) && verb is not ("beat" or "cut" or "set" or "read")) || (verb.EndsWith("ed", StringComparison.Ordinal) && BaseOf(verb) is { } found && found != verb);
    }

    public static string PastOf(string verb) => Bends.TryGetValue(verb, out var past) ? past
        : verb.EndsWith('e') ? verb + "d"
        : verb.EndsWith('y') && !IsVowel(verb[^2]) ? verb[..^1] + "ied"
        : Doubles(verb) ? verb + verb[^1] + "ed" : verb + "ed";

    public static string GerundOf(string verb) =>
        verb.EndsWith('e') && !verb.EndsWith("ee", StringComparison.Ordinal) ? verb[..^1] + "ing" : Doubles(verb) ? verb + verb[^1] + "ing" : verb + "ing";

    // plan: planned; cut: cutting; but open: opened.
    private static bool Doubles(string verb) =>
        verb.Length <= 4 && verb.Length >= 3 && !IsVowel(verb[^1]) && verb[^1] is not ('w' or 'x' or 'y') && IsVowel(verb[^2]) && !IsVowel(verb[^3]) && verb is not ("open" or "edit" or "sew");

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
