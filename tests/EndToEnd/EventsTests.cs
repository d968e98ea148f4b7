using System.Globalization;
using System.Text.Json;
using Shouldly;
using Testing;
using Testing.Servers;
using Xunit;

namespace EndToEnd;

/// <summary>What docs/events.md and docs/asyncapi.json promise to other systems.</summary>
public sealed class EventsTests(PlatformFixture platform)
{
    // One record of each service names its assembly; every event record in it counts.
    private static readonly Type[] Publishers =
    [
        typeof(Gateway.Contracts.UserDeleted),
        typeof(ResumeService.Contracts.ResumeParsed),
        typeof(EmbeddingService.Contracts.ResumeIndexed),
        typeof(InterviewService.Contracts.InterviewCompleted),
        typeof(ChatCvService.Contracts.CvChatStarted),
    ];

    // Requests and their answers live beside the events and are not for other systems.
    private static readonly string[] EventEndings = ["Parsed", "Deleted", "Indexed", "Failed", "Generated", "Created", "Completed", "Evaluated", "Started", "Updated"];

    public static TheoryData<Type> Events() =>
        [.. Publishers.SelectMany(publisher => publisher.Assembly.GetExportedTypes()).Where(type => Array.Exists(EventEndings, ending => type.Name.EndsWith(ending, StringComparison.Ordinal)))];

    [Theory]
    [MemberData(nameof(Events), DisableDiscoveryEnumeration = true)]
    public void The_description_names_every_field_of_an_event(Type record)
    {
        using var description = JsonDocument.Parse(File.ReadAllText(Path.Combine(PlatformFixture.Checkout, "docs", "asyncapi.json")));
        var address = $"{record.Namespace}:{record.Name}";
        var channel = description.RootElement.GetProperty("channels").GetProperty(record.Name);
        channel.GetProperty("address").GetString().ShouldBe(address);
        var exchange = channel.GetProperty("bindings").GetProperty("amqp").GetProperty("exchange");
        exchange.GetProperty("name").GetString().ShouldBe(address);
        exchange.GetProperty("type").GetString().ShouldBe("fanout");

        var schema = description.RootElement.GetProperty("components").GetProperty("schemas").GetProperty(record.Name);
        var described = schema.GetProperty("properties").EnumerateObject().Select(field => (field.Name, Type: TypeOf(field.Value)));
        described.ShouldBe(record.GetProperties().Select(field => (JsonNamingPolicy.CamelCase.ConvertName(field.Name), TypeOf(field.PropertyType))));

        var message = description.RootElement.GetProperty("components").GetProperty("messages").GetProperty(record.Name);
        var example = message.GetProperty("examples")[0].GetProperty("payload");
        example.GetProperty("messageType")[0].GetString().ShouldBe("urn:message:" + address);
        JsonSerializer.Deserialize(example.GetProperty("message"), record, JsonSerializerOptions.Web).ShouldNotBeNull();
        example.GetProperty("message").EnumerateObject().Select(field => field.Name).ShouldBe(schema.GetProperty("required").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public void The_description_names_no_event_that_is_not_published()
    {
        using var description = JsonDocument.Parse(File.ReadAllText(Path.Combine(PlatformFixture.Checkout, "docs", "asyncapi.json")));
        description.RootElement.GetProperty("channels").EnumerateObject().Select(channel => channel.Name).Order().ShouldBe(Events().Select(row => row.Data.Name).Order());
    }

    [Fact]
    public async Task A_consumer_in_another_language_hears_an_upload()
    {
        var secrets = await ReadAsync("secrets.json");
        var ports = await ReadAsync("ports.json");
        await using var consumer = LocalProcess.Start(
            "node",
            [Path.Combine(PlatformFixture.Checkout, "docs", "samples", "event-consumer.cjs"), "ResumeService.Contracts:ResumeParsed", "EmbeddingService.Contracts:ResumeIndexed"],
            new Dictionary<string, string>
            {
                ["NODE_PATH"] = Path.Combine(PlatformFixture.Checkout, "eng", "npm", "node_modules"),
                ["AMQP_URL"] = $"amqp://platform:{secrets.GetProperty("rabbitmq-password").GetString()}@127.0.0.1:{ports.GetProperty("rabbitmq").GetInt32().ToString(CultureInfo.InvariantCulture)}",
            });
        await consumer.WaitUntilAsync(() => Task.FromResult(consumer.Output.Contains("listening to 2 exchanges", StringComparison.Ordinal)), TimeSpan.FromSeconds(30));

        using var candidate = await Candidate.RegisterAsync(platform);
        var resume = (await candidate.UploadAsync(Documents.Pdf(), "heard.pdf")).Body.GetProperty("resume_id").GetInt64();

        await consumer.WaitUntilAsync(() => Task.FromResult(Heard(consumer, "ResumeIndexed", resume) is not null), TimeSpan.FromSeconds(30));
        Heard(consumer, "ResumeParsed", resume)!.Value.GetProperty("userId").GetInt64().ShouldBeGreaterThan(0);
    }

    private static JsonElement? Heard(LocalProcess consumer, string name, long resume)
    {
        foreach (var line in consumer.Output.Split('\n').Where(line => line.StartsWith('{') && line.TrimEnd().EndsWith('}')))
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.GetProperty("event").GetString() == name && document.RootElement.GetProperty("resumeId").GetInt64() == resume)
                return document.RootElement.Clone();
        }
        return null;
    }

    private async Task<JsonElement> ReadAsync(string file)
    {
        using var document = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(platform.DataFolder, file)));
        return document.RootElement.Clone();
    }

    private static string TypeOf(JsonElement field) =>
        field.TryGetProperty("format", out var format) ? format.GetString()! : field.GetProperty("type").GetString()!;

    private static string TypeOf(Type type) => type switch
    {
        _ when type == typeof(long) => "int64",
        _ when type == typeof(int) => "int32",
        _ when type == typeof(Guid) => "uuid",
        _ when type == typeof(DateTimeOffset) => "date-time",
        _ when type == typeof(string) => "string",
        _ => type.Name,
    };
}
