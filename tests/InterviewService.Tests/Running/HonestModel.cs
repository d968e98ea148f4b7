using System.Text.Json.Nodes;
using Testing.Doubles.ChatCompletions;

namespace InterviewService.Tests.Running;

/// <summary>A model that does what it is asked, from the data alone.</summary>
internal static class HonestModel
{
    public const string FollowUp = "Let us go on from there: which part of it was your own?";

    public static Reply Answer(ChatCall call) => Reply.Json(AnswerTo(call));

    public static JsonObject AnswerTo(ChatCall call)
    {
        var data = call.Data;
        var chinese = data["language"]?.GetValue<string>() == "Chinese";
        return call.SchemaName switch
        {
            "interview_questions" => new JsonObject { ["questions"] = Each(data, question => new()
            {
                ["question"] = (chinese ? "请谈谈：" : "Let us talk about this: ") + question["question"]!.GetValue<string>(),
                ["intention"] = question["intention"]!.GetValue<string>(),
                ["followUp"] = question["followUp"]?.GetValue<string>() ?? (chinese ? "还有什么要补充的吗？" : "What else belongs to it?"),
            }) },
            "follow_up" => new JsonObject { ["question"] = chinese ? "接着刚才的话题：哪一部分是你自己做的？" : FollowUp },
            "grade" => Grade(data, chinese),
            "interview_report" => new JsonObject
            {
                ["questions"] = Each(data, question => new()
                {
                    ["question"] = (chinese ? "请谈谈：" : "Let us talk about this: ") + question["question"]!.GetValue<string>(),
                    ["intention"] = question["intention"]!.GetValue<string>(),
                    ["answer"] = (chinese ? "我会这样回答：" : "This is how I would put it. ") + question["outline"]!.GetValue<string>(),
                }),
                ["ordersFound"] = data["resume"]!.GetValue<string>().Contains("ignore all previous", StringComparison.OrdinalIgnoreCase),
            },
            "scan_text" => new JsonObject { ["text"] = Candidates.Text },
            _ => throw new InvalidOperationException($"Nobody asks for {call.SchemaName}."),
        };
    }

    private static JsonArray Each(JsonObject data, Func<JsonNode, JsonObject> worded) => new([.. data["questions"]!.AsArray().Select(question =>
    {
        var answer = worded(question!);
        answer["number"] = question!["number"]!.GetValue<int>();
        return (JsonNode)answer;
    })]);

    private static JsonObject Grade(JsonObject data, bool chinese)
    {
        var quote = Quote(data["answer"]!.GetValue<string>());
        return new JsonObject
        {
            ["keyPoints"] = new JsonArray([.. data["keyPoints"]!.AsArray().Select(point => (JsonNode)new JsonObject { ["number"] = point!["number"]!.GetValue<int>(), ["covered"] = "partly", ["contradicted"] = false, ["quote"] = quote })]),
            ["strengths"] = new JsonArray(new JsonObject { ["text"] = chinese ? "讲到了要点。" : "You come to the point.", ["quote"] = quote }),
            ["missing"] = new JsonArray(chinese ? "结果" : "what came of it"),
            ["accuracy"] = 20,
            ["completeness"] = 8,
            ["depth"] = 9,
            ["expression"] = 8,
            ["nextStep"] = chinese ? "补充一个数字。" : "Add one figure of your own.",
            ["feedback"] = chinese ? $"你说得清楚：“{quote}”。还缺少结果。请补充一个数字。" : $"You come to the point: \"{quote}\". What came of it is missing. Add one figure of your own.",
        };
    }

    private static string Quote(string answer) => answer.Split(['.', '。', '\n']).Select(sentence => sentence.Trim()).First(sentence => sentence.Length > 1);
}
