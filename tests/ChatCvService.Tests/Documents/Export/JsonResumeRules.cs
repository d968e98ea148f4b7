using System.Net.Mail;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ChatCvService.Tests.Documents.Export;

/// <summary>
/// What JSON Resume 1.0.0 (jsonresume.org/schema) asks of a file: known sections at the top and nothing else, texts and lists of texts where it says so, dates as a year
/// with a month and a day if they are known, e-mails and addresses that are ones. Inside a section more members than it names are allowed.
/// </summary>
internal static partial class JsonResumeRules
{
    private const string Text = "text";
    private const string Texts = "texts";
    private const string Date = "date";
    private const string Address = "address";
    private const string Email = "email";

    private static readonly Dictionary<string, string> Basics = Members("name label phone summary", Text).With("image url", Address).With("email", Email);
    private static readonly Dictionary<string, string> Place = Members("address postalCode city countryCode region", Text);
    private static readonly Dictionary<string, string> Profile = Members("network username", Text).With("url", Address);
    private static readonly Dictionary<string, string> Meta = Members("version lastModified", Text).With("canonical", Address);

    private static readonly Dictionary<string, Dictionary<string, string>> Lists = new(StringComparer.Ordinal)
    {
        ["work"] = Members("name location description position summary", Text).With("url", Address).With("startDate endDate", Date).With("highlights", Texts),
        ["volunteer"] = Members("organization position summary", Text).With("url", Address).With("startDate endDate", Date).With("highlights", Texts),
        ["education"] = Members("institution area studyType score", Text).With("url", Address).With("startDate endDate", Date).With("courses", Texts),
        ["awards"] = Members("title awarder summary", Text).With("date", Date),
        ["certificates"] = Members("name issuer", Text).With("url", Address).With("date", Date),
        ["publications"] = Members("name publisher summary", Text).With("url", Address).With("releaseDate", Date),
        ["skills"] = Members("name level", Text).With("keywords", Texts),
        ["languages"] = Members("language fluency", Text),
        ["interests"] = Members("name", Text).With("keywords", Texts),
        ["references"] = Members("name reference", Text),
        ["projects"] = Members("name description entity type", Text).With("url", Address).With("startDate endDate", Date).With("highlights keywords roles", Texts),
    };

    /// <summary>Where a file breaks the rules; empty for a valid one.</summary>
    public static IReadOnlyList<string> Broken(JsonNode? file)
    {
        var broken = new List<string>();
        if (file is not JsonObject resume)
            return ["the file is no object"];
        foreach (var (name, node) in resume)
        {
            switch (name)
            {
                case "$schema":
                    Member("$schema", node, Address);
                    break;
                case "basics":
                    Record("basics", node, Basics);
                    if (node?["location"] is { } place)
                        Record("basics.location", place, Place);
                    if (node?["profiles"] is { } profiles)
                        Records("basics.profiles", profiles, Profile);
                    break;
                case "meta":
                    Record("meta", node, Meta);
                    break;
                default:
                    if (Lists.TryGetValue(name, out var members))
                        Records(name, node, members);
                    else
                        broken.Add($"{name} is no section");
                    break;
            }
        }

        return broken;

        void Records(string path, JsonNode? node, Dictionary<string, string> members)
        {
            if (node is not JsonArray list)
                broken.Add($"{path} is no list");
            else
                list.ToList().ForEach(item => Record(path, item, members));
        }

        void Record(string path, JsonNode? node, Dictionary<string, string> members)
        {
            if (node is not JsonObject record)
            {
                broken.Add($"{path} is no object");
                return;
            }

            foreach (var (name, value) in record.Where(member => members.ContainsKey(member.Key)))
                Member($"{path}.{name}", value, members[name]);
        }

        void Member(string path, JsonNode? node, string kind)
        {
            var text = node is JsonValue value && value.TryGetValue<string>(out var said) ? said : null;
            var isValid = kind switch
            {
                Texts => node is JsonArray list && list.All(item => item is JsonValue entry && entry.TryGetValue<string>(out _)),
                Date => text is not null && IsoDate().IsMatch(text),
                Address => Uri.TryCreate(text, UriKind.Absolute, out _),
                Email => text is not null && MailAddress.TryCreate(text, out _),
                _ => text is not null,
            };
            if (!isValid)
                broken.Add($"{path} is no {kind}: {node?.ToJsonString()}");
        }
    }

    private static Dictionary<string, string> Members(string names, string kind) => new Dictionary<string, string>(StringComparer.Ordinal).With(names, kind);

    private static Dictionary<string, string> With(this Dictionary<string, string> members, string names, string kind)
    {
        foreach (var name in names.Split(' '))
            members[name] = kind;
        return members;
    }

    [GeneratedRegex(@"^[12]\d{3}(?:-[01]\d(?:-[0-3]\d)?)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IsoDate();
}
