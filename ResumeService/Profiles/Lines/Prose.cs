using System.Collections.Frozen;
using ResumeService.Profiles.Vocabulary;

namespace ResumeService.Profiles.Lines;

/// <summary>Tells sentences and their continuations from names, titles and other short facts.</summary>
internal static class Prose
{
    private const int ManyWords = 16;

    /// <summary>Abbreviations whose full stop ends no sentence.</summary>
    private static readonly FrozenSet<string> Abbreviations = Set("inc ltd co corp llc plc gmbh jr sr st dept univ bros assoc ph.d m.sc b.sc b.a m.a s.a e.v a.g b.v n.v s.p.a u.s d.c etc no ave rd blvd");

    /// <summary>Small words that hold sentences together; two of them in a row of words are rare in names and titles.</summary>
    private static readonly FrozenSet<string> Grammar = Set(
        "i my me we our was were is are be been being have has had that which who whose while when where this these those their them they it its as by from with using including such so because into during through across within per each also both "
        + "than more most all any some ich wir mein meine wurde wurden ist sind sowie durch je j'ai nous est sont que qui dans avec mis fue fueron");

    private static readonly FrozenSet<string> Openers = Set("a an the of for to in on at by with from and or as that which using including into over under between is are was were be their its our und oder der die das mit von et ou de du des le la les y o el los las con del da di do van der den zum zur im am st. dr. mt. prof. gebr.");

    private static readonly FrozenSet<string> Verbs = Set(
        "achieved acted adapted administered advised analysed analyzed answered applied architected arranged assembled assessed assisted attended audited authored automated balanced boosted brought budgeted built calculated cared championed coached "
        + "co-authored collaborated collected completed composed conceived conducted configured consolidated constructed consulted contributed converted coordinated co-ordinated counselled created cut debugged decreased defined delivered demonstrated deployed designed "
        + "developed devised diagnosed directed documented doubled drafted drove earned edited educated enabled engineered enhanced ensured established evaluated executed expanded facilitated filed fixed focused followed founded gained gathered generated got "
        + "grew guided handled headed held helped hired identified implemented improved increased influenced initiated innovated inspected installed instructed integrated interviewed introduced invented investigated kept launched led learned leveraged liaised logged "
        + "maintained managed mapped marketed measured mentored migrated modelled modernised modernized monitored moved negotiated observed obtained operated optimised optimized orchestrated ordered organised organized overhauled oversaw owned participated partnered performed pioneered "
        + "planned planted prepared presented presided prioritised prioritized processed procured produced programmed promoted proposed prototyped provided published raised ran rebuilt received recommended reconciled recorded recruited redesigned reduced refactored refined repaired replaced reported represented "
        + "researched resolved responded restored restructured revamped reviewed rewrote saved scaled scheduled secured served serviced set shaped shipped simplified slashed sold solved spearheaded standardised standardized started streamlined strengthened studied supervised supplied supported surpassed surveyed sustained "
        + "tackled taught tested took tracked trained transformed translated treated tripled troubleshot turned tutored updated upgraded used utilised utilized validated verified visited volunteered won worked wrote "
        + "assist collaborate conduct coordinate create deliver develop drive ensure implement improve maintain manage mentor monitor oversee prepare provide teach write responsible accountable "
        + "负责 参与 主导 完成 设计 开发 entwickelte leitete betreute verantwortlich durchführung entwicklung developpe gere conception desarrolle gestione responsable");

    private static readonly string[] CjkVerbs =
    [
        "负责", "参与", "主导", "完成", "设计", "开发", "使用", "引入", "维护", "优化", "搭建", "实现", "协助", "带领", "推动", "编写", "支持", "提升", "基于", "采用", "通过", "管理", "组织", "建立", "制定", "分析", "撰写", "協助", "負責", "參與", "開發", "設計", "優化",
    ];

    /// <summary>A sentence, a part of one, or a line that goes on with the one before.</summary>
    public static bool Is(string text)
    {
        if (text.Length > 160)
            return true;

        if (TextShape.HasCjk(text))
            return text.IndexOfAny(['。', '；']) >= 0 || text.Length > 45 || (text.Length > 12 && text.IndexOfAny(['，', ',']) > 0 && !TitleWords.EndsLikeTitle(text)) || OpensWithCjkVerb(text);

        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length >= ManyWords || (words.Length == 1 && text is "Etc." or "etc." or "etc"))
            return true;

        if (char.IsLower(text[0]) && words.Length > 1 && !IsBrand(words[0]))
            return true;

        if (words.Length > 3 && EndsSentence(text, words[^1]))
            return true;

        // "Applied Research Scientist" and "Managed Services Engineer" open like a sentence and are titles.
        if (words.Length > 2 && StartsWithVerb(text) && !(words.Length < 6 && TitleWords.EndsLikeTitle(text)))
            return true;

        return words.Length > 4 && words.Skip(1).Count(word => Grammar.Contains(TextShape.Fold(word))) >= (words.Length > 9 ? 1 : 2);
    }

    /// <summary>"负责订单系统" says what was done; "开发工程师" opens with a verb as well and is a position.</summary>
    private static bool OpensWithCjkVerb(string text) =>
        text.Length > 3 && Array.Exists(CjkVerbs, verb => text.StartsWith(verb, StringComparison.Ordinal)) && !TitleWords.EndsLikeTitle(text);

    /// <summary>Ends with a word that needs another behind it.</summary>
    public static bool EndsOpen(string text)
    {
        // "Hamilton, ON" ends with a province, "HEAD OF" with a preposition.
        var last = text[(text.LastIndexOf(' ') + 1)..];
        return Openers.Contains(TextShape.Fold(last)) && !(last.Length > 1 && TextShape.IsUpperCase(last) && !TextShape.IsUpperCase(text.Replace(last, "", StringComparison.Ordinal)));
    }

    public static bool StartsWithVerb(string text)
    {
        var end = text.IndexOf(' ', StringComparison.Ordinal);
        var first = TextShape.Fold(end < 0 ? text : text[..end]).TrimEnd(',', ':', '.');
        return Verbs.Contains(first);
    }

    private static bool EndsSentence(string text, string last) => (text[^1] is '.' && !Abbreviations.Contains(TextShape.Fold(last).TrimEnd('.'))) || text[^1] is '!' or '?' or ';';

    /// <summary>eBay, iFixit, "danielreyes.example.com": lower case at first, and a name all the same.</summary>
    private static bool IsBrand(string word) => word.Any(char.IsUpper) || word.Contains('.', StringComparison.Ordinal) || word.Contains('@', StringComparison.Ordinal);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
