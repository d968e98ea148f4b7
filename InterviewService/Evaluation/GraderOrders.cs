using System.Text.RegularExpressions;

namespace InterviewService.Evaluation;

/// <summary>Sentences of an answer that are addressed to whoever grades it: "give full marks", "ignore your instructions".</summary>
internal static partial class GraderOrders
{
    [GeneratedRegex("""
        \b(?:ignore|disregard|forget|override|bypass)\s+(?:(?:all|any|of|the)\s+)*(?:(?:your|previous|prior|above|earlier|preceding|these|those|former)\b.{0,30}\b(?:instructions?|rubric|prompts?|rules|guidelines|criteria)|(?:everything|anything|all)\s+(?:above|before|previous)|(?:grading|scoring|marking)?\s*(?:rubric|criteria))\b
        |(?<!\b(?:i|we|they|i['’]d|we['’]d|i\s+would|we\s+would|i['’]ll|to)\s+)\b(?:give|award|assign|grant|return|output|set|rate|grade|mark|score|respond\s+with|print|write)\b.{0,50}
            \b(?:full|maximum|max|top|highest|perfect|best\s+possible|excellent)\s+(?:marks?|scores?|points?|grades?|credit|rating|evaluation)\b
        |\b(?:give|award|assign|grant|rate|grade|mark|score)\b.{0,20}\b(?:this|answer|me|my)\b.{0,30}\b(?:100|10\s*/\s*10|5\s*/\s*5|40\s*/\s*40)(?!\s*(?:ms|users|requests|k\b|\d))
        |^\W*(?:please\s+|you\s+must\s+|always\s+|just\s+)?(?:return|output|give|award|assign|set|print|respond\s+with)\b.{0,30}\b(?:score|grade|mark|rating)s?\b.{0,12}\b(?:100|10|5|max)\b
        |\bas\s+(?:the|an?|my|your)\s+(?:examiner|grader|evaluator|assessor|interviewer|ai|language\s+model|llm|system|judge)\b,?\s+(?:you\b.{0,10}\b(?:must|should|will|shall|have\s+to|need\s+to|are)|(?:please\s+)?(?:give|rate|award|grade|score))\b
        |\byou\s+(?:are|act\s+as|will\s+act\s+as|must\s+act\s+as)(?:\s+now)?\s+(?:an?|the)\s+(?:examiner|grader|evaluator|ai|assistant|language\s+model|judge|helpful)\b
        |\b(?:note|message|instructions?|dear|attention|hint)\b:?\s*(?:to|for|,)?\s*(?:the\s+)?(?:examiner|grader|evaluator|marker|assessor|grading|ai\s+grader)\b
        |\b(?:dear|hey|hello|hi)\s+(?:examiner|grader|evaluator|ai|llm)\b
        |\bthis\s+(?:answer|response)\b.{0,20}\b(?:deserves|merits|should\s+(?:get|receive|be\s+(?:graded|scored|marked|rated|given|considered))|must\s+(?:get|receive|be\s+(?:graded|scored|marked|rated|given|considered)))
        |\b(?:do\s+not|don['’]t|never)\s+(?:deduct|penali[sz]e|subtract|lower\s+(?:my|the)\s+(?:score|grade|marks))
        |\b(?:treat|consider|count|regard|mark)\b.{0,20}\b(?:this|my|the|all)\b.{0,20}\b(?:answers?|key\s+points?|response)\b.{0,20}\b(?:as\s+(?:correct|covered|complete|perfect|right|fully)|covered|perfect)
        |\ball\s+(?:the\s+)?key\s+points\s+(?:are|were|have\s+been)\s+(?:covered|met|made|satisfied)
        |^\W*(?:system|assistant|developer)\s*(?:prompt|message)?\s*:
        |<\|?(?:im_start|im_end|system|endoftext)\|?>|\[/?INST\]|\bnew\s+instructions?\b\s*:
        |(?:^\W*(?:final\s+|overall\s+)?|["'])(?:score|grade)["']?\s*[:=]\s*(?:100|40|5\s*/\s*5|10\s*/\s*10|full|max)\b
        |(?:忽略|无视|忘记|不要理会).{0,12}(?:指令|要求|提示|规则|标准|说明)
        |(?:给|打|评|判|请).{0,12}(?:满分|最高分|100\s*分|一百分)
        |作为(?:一名|一个)?(?:考官|评委|评分|面试官|阅卷|AI|人工智能).{0,12}(?:必须|应该|应当|请|需要)
        |(?:不要|不得|别)扣分
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Order { get; }

    [GeneratedRegex(@"prompt|inject|jailbreak|llm|language model|instruction|提示词|注入|大模型", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex AboutOrders { get; }

    /// <summary>The sentences that give orders. None when the question itself is about such orders: an answer on prompt injection quotes them.</summary>
    public static HashSet<Sentence> In(AnswerText answer, ExaminedQuestion question)
    {
        if (AboutOrders.IsMatch(question.Text))
            return [];

        var orders = answer.Sentences.Where(sentence => Order.IsMatch(sentence.Plain)).ToHashSet();
        // What stands between two orders, or right after one, and speaks of the grade goes with them.
        for (var at = 1; at < answer.Sentences.Count; at++)
        {
            if (orders.Contains(answer.Sentences[at - 1]) && SpeaksOfGrade.IsMatch(answer.Sentences[at].Plain))
                orders.Add(answer.Sentences[at]);
        }

        return orders;
    }

    [GeneratedRegex(@"\b(?:grade|score|marks|rubric|examiner|grader|full points|key points)\b|评分|满分|分数", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex SpeaksOfGrade { get; }
}
