using System.Net;
using ChatCvService.Tests.Running;
using Dapper;
using Npgsql;
using Shouldly;
using Testing;
using Xunit;

namespace ChatCvService.Tests.Export;

[Collection(nameof(RunningChatCvService))]
public sealed class ExportUserTests(RunningChatCvService service)
{
    [Fact]
    public async Task The_export_holds_every_table_with_something_of_the_user_and_nothing_of_others()
    {
        using var owner = service.NewUser(out var userId);
        using var other = service.NewUser();
        foreach (var (user, name) in new[] { (owner, "Sarah Johnson"), (other, "Foreign Person") })
        {
            var id = (await user.StartAsync($"I am {name}, a Senior Data Scientist", key: $"start-{name.Replace(' ', '-')}")).Body.Text("session_id");
            (await user.FinalizeAsync(id, new { title = $"CV of {name}" })).Status.ShouldBe(200);
        }

        using var platform = service.Anonymous().AsService(TimeSpan.FromDays(30));
        var (status, export) = await platform.ReadAsync($"/internal/users/{userId}/export");

        status.ShouldBe(200);
        export.AsObject().Select(part => part.Key).ShouldBe(["documents", "conversations", "requests"], ignoreOrder: true);
        export["documents"]!.AsArray().ShouldHaveSingleItem()!.Text("title").ShouldBe("CV of Sarah Johnson");
        export["documents"]![0]!["versions"]!.AsArray().ShouldHaveSingleItem()!["cv_data"]!["personal_info"]!.Text("full_name").ShouldBe("Sarah Johnson");
        var conversation = export["conversations"]!.AsArray().ShouldHaveSingleItem()!;
        conversation["messages"]!.AsArray().Select(message => message!.Text("role")).ShouldBe(["user", "model"]);
        conversation["messages"]![0]!.Text("text").ShouldBe("I am Sarah Johnson, a Senior Data Scientist");
        export["requests"]!.AsArray().ShouldHaveSingleItem()!.Text("idempotency_key").ShouldBe("start-Sarah-Johnson");
        export.ToJsonString().ShouldNotContain("Foreign");

        // A new table has to be thought of here: exported, or known to hold nothing of a person.
        await using var database = new NpgsqlConnection(service.Database);
        var tables = await database.QueryAsync<string>("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'");
        string[] exported = ["documents", "document_versions", "chat_sessions", "chat_messages", "chat_requests"];
        tables.Except([.. exported, "erased_users", "data_protection_keys", "outbox", "inbox", "schema_migrations"]).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_users_token_opens_the_export()
    {
        using var user = service.NewUser(out var userId);
        using var response = await user.GetAsync(new Uri($"/internal/users/{userId}/export", UriKind.Relative));
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
