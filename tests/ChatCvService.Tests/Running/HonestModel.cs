using System.Text.Json.Nodes;
using ChatCvService.Conversation;
using ChatCvService.Conversation.Facts;
using ChatCvService.Conversation.Text;
using ChatCvService.Conversation.Understanding;
using Testing.Doubles.ChatCompletions;

namespace ChatCvService.Tests.Running;

/// <summary>A model that does what it is asked: it reads facts as well as the rules do, and words what it is given.</summary>
internal static class HonestModel
{
    public const string Opener = "Lovely to hear. ";

    public static Reply Answer(ChatCall call) => Reply.Json(AnswerTo(call));

    public static JsonObject AnswerTo(ChatCall call) => call.SchemaName switch
    {
        "cv_facts" => Facts(call.Data),
        "reply" => new JsonObject { ["reply"] = Opener + call.Data["draft"]!.GetValue<string>() },
        "proposal" => new JsonObject { ["lines"] = new JsonArray([.. call.Data["lines"]!.AsArray().Select(line => (JsonNode)("In short: " + line!.GetValue<string>()))]) },
        _ => throw new InvalidOperationException($"Nobody asks for {call.SchemaName}."),
    };

    public static JsonObject NoFacts() => new()
    {
        ["person"] = Texts("fullName", "title", "phone", "email", "linkedin", "website", "location", "summary"),
        ["jobs"] = new JsonArray(),
        ["schools"] = new JsonArray(),
        ["skills"] = new JsonObject { ["core"] = new JsonArray(), ["software"] = new JsonArray(), ["languages"] = new JsonArray(), ["certifications"] = new JsonArray() },
        ["projects"] = new JsonArray(),
        ["awards"] = new JsonArray(),
        ["letter"] = Texts("company", "manager", "position", "opening", "body", "closing"),
        ["isJobPosting"] = false,
    };

    public static JsonObject Job(string title, string company, string start = "", string end = "", params string[] bullets) => new()
    {
        ["title"] = title,
        ["company"] = company,
        ["location"] = "",
        ["start"] = start,
        ["end"] = end,
        ["bullets"] = List(bullets),
        ["isCorrection"] = false,
    };

    public static JsonObject Facts(JsonObject data)
    {
        var text = data["message"]!.GetValue<string>();
        var info = data["cv"]!["personalInfo"]!;
        var context = new ReadingContext(
            Enum.Parse<Topic>(data["asked"]!.GetValue<string>()), Enum.Parse<Topic>(data["speaksOf"]!.GetValue<string>()), Has("fullName"), Has("title"), Has("location"),
            data["document"]!.GetValue<string>() == DocTypes.CoverLetter, DateOnly.ParseExact(data["today"]!.GetValue<string>(), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        var answer = NoFacts();
        var facts = new List<Fact>();
        var rest = context.IsLetter ? LetterReader.Read(new Passage(text, 0), facts).Text.Replace(Passage.Taken, ' ') : text;
        foreach (var fact in facts.Concat(MessageReader.Read(rest, context)).ToList())
        {
            switch (fact)
            {
                case PersonFact person when !person.OnlyIfEmpty || info[Name(person.Field)] is not { } known || known.GetValue<string>().Length == 0:
                    answer["person"]![Name(person.Field)] = person.Value;
                    break;
                case JobFact job:
                    var written = Job(job.Title, job.Company, job.Start, job.End, [.. job.Bullets]);
                    (written["location"], written["isCorrection"]) = (job.Location, job.IsCorrection);
                    answer["jobs"]!.AsArray().Add((JsonNode)written);
                    break;
                case SchoolFact school:
                    answer["schools"]!.AsArray().Add((JsonNode)new JsonObject
                    {
                        ["institution"] = school.Institution, ["degree"] = school.Degree, ["field"] = school.Field, ["graduation"] = school.Graduation, ["details"] = school.Details, ["isCorrection"] = school.IsCorrection,
                    });
                    break;
                case SkillFact skill:
                    answer["skills"]![skill.List.ToString().ToLowerInvariant()]!.AsArray().Add((JsonNode)skill.Value);
                    break;
                case ProjectFact project:
                    answer["projects"]!.AsArray().Add((JsonNode)new JsonObject { ["name"] = project.Name, ["description"] = project.Description, ["areas"] = List(project.Areas) });
                    break;
                case AwardFact award:
                    answer["awards"]!.AsArray().Add((JsonNode)award.Value);
                    break;
                case LetterFact letter:
                    answer["letter"]![letter.Field.ToString().ToLowerInvariant()] = letter.Value;
                    break;
                case JobDescriptionFact:
                    answer["isJobPosting"] = true;
                    break;
            }
        }

        return answer;

        bool Has(string field) => info[field]!.GetValue<string>().Length > 0;
    }

    private static string Name(PersonField field) => char.ToLowerInvariant(field.ToString()[0]) + field.ToString()[1..];

    private static JsonObject Texts(params string[] names) => new(names.Select(name => KeyValuePair.Create(name, (JsonNode?)"")));

    private static JsonArray List(IEnumerable<string> items) => new([.. items.Select(item => (JsonNode)item)]);
}
