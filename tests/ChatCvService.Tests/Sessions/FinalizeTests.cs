using System.Globalization;
using ChatCvService.Contracts;
using ChatCvService.Sessions;
using ChatCvService.Tests.Running;
using Dapper;
using Gateway.Contracts;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Shouldly;
using Xunit;

namespace ChatCvService.Tests.Sessions;

[Collection(nameof(RunningChatCvService))]
public sealed class FinalizeTests(RunningChatCvService service)
{
    [Fact]
    public async Task Finalizing_makes_a_document_and_finalizing_again_its_next_version()
    {
        using var user = service.NewUser(out var userId);
        var id = (await user.StartAsync("I am Sarah Johnson, a Senior Data Scientist")).Body.Text("session_id");
        var (status, first) = await user.FinalizeAsync(id, new { title = "Sarah Johnson - Data Scientist CV", template_code = "professional" });

        status.ShouldBe(200);
        first.Text("message").ShouldBe("CV created successfully from chat session");
        var document = first["document"]!;
        document.AsObject().Select(member => member.Key).ShouldBe(["id", "user_id", "doc_type", "title", "slug", "mongo_document_id", "current_version", "created_at", "updated_at"]);
        document["user_id"]!.GetValue<long>().ShouldBe(userId);
        document.Text("slug").ShouldBe("sarah-johnson-data-scientist-cv");
        document.Text("mongo_document_id").ShouldSatisfyAllConditions(hex => hex.Length.ShouldBe(24), hex => hex.ShouldAllBe(digit => char.IsAsciiHexDigitLower(digit)));
        document["current_version"]!.GetValue<int>().ShouldBe(1);

        (await user.SayAsync(id, "my phone is 555-123-4567")).Status.ShouldBe(200, "a finalized session still takes messages");
        var second = (await user.FinalizeAsync(id)).Body["document"]!;
        second.Text("id").ShouldBe(document.Text("id"));
        second.Text("slug").ShouldBe(document.Text("slug"));
        second["current_version"]!.GetValue<int>().ShouldBe(2);
        (await user.ReadAsync($"/api/v1/chat/session/{id}")).Body.Text("status").ShouldBe("completed");
        await using var database = new NpgsqlConnection(service.Database);
        (await database.QueryAsync<string>("SELECT cv_data #>> '{personal_info,phone}' FROM document_versions WHERE document_id = @id ORDER BY version", new { id = long.Parse(second.Text("id"), CultureInfo.InvariantCulture) }))
            .ShouldBe(["", "555-123-4567"]);
    }

    [Fact]
    public async Task Titles_default_and_slugs_are_free_per_user()
    {
        using var user = service.NewUser();
        var slugs = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            var id = (await user.StartAsync("I am Ana Ruiz")).Body.Text("session_id");
            var document = (await user.FinalizeAsync(id)).Body["document"]!;
            document.Text("title").ShouldBe("My cv");
            slugs.Add(document.Text("slug"));
        }

        slugs.ShouldBe(["my-cv", "my-cv-2", "my-cv-3"]);
    }

    [Fact]
    public async Task A_title_with_a_sign_that_is_no_character_is_taken()
    {
        using var user = service.NewUser();
        var id = (await user.StartAsync("I am Ana Ruiz")).Body.Text("session_id");

        (await user.FinalizeAsync(id, new { title = "Ana\uFFFE Ruiz" })).Body["document"]!.Text("slug").ShouldBe("ana-ruiz");
    }

    [Fact]
    public async Task An_unknown_template_and_an_empty_session_are_400()
    {
        using var user = service.NewUser();
        var id = (await user.StartAsync("hello")).Body.Text("session_id");
        (await user.FinalizeAsync(id, new { template_code = "baroque" })).Body.Text("error").ShouldBe("template_code must be default, professional or modern");
        (await user.FinalizeAsync(id)).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_session_ends_a_week_after_its_last_message_and_the_sweep_deletes_it()
    {
        using var user = service.NewUser();
        var id = (await user.StartAsync("I am Ana Ruiz")).Body.Text("session_id");
        service.Clock.Move(TimeSpan.FromDays(6.9));
        (await user.SayAsync(id, "ana@example.org")).Status.ShouldBe(200);
        service.Clock.Move(TimeSpan.FromDays(6.9));
        (await user.ReadAsync($"/api/v1/chat/session/{id}")).Status.ShouldBe(200, "a message starts the week anew");
        service.Clock.Move(TimeSpan.FromDays(0.2));

        (await user.SayAsync(id, "hi")).Body.Text("error").ShouldBe("Chat session not found or expired");
        (await user.ReadAsync("/api/v1/chat/sessions")).Body["sessions"]!.AsArray().ShouldBeEmpty();
        await service.Services.GetServices<IHostedService>().OfType<ExpiredSessions>().Single().SweepAsync(CancellationToken.None);
        await using var database = new NpgsqlConnection(service.Database);
        (await database.ExecuteScalarAsync<int>("SELECT count(*)::int FROM chat_messages WHERE session_id = @id", new { id = Guid.Parse(id) })).ShouldBe(0);
    }

    [Fact]
    public async Task Events_tell_of_started_chats_and_of_documents()
    {
        using var user = service.NewUser(out var userId);
        var heard = new List<object>();
        var bus = service.Services.GetRequiredService<IBus>();
        var endpoint = bus.ConnectReceiveEndpoint($"test-{Guid.NewGuid():N}", queue =>
        {
            queue.Handler<CvChatStarted>(context => Hear(context.Message, context.Message.UserId));
            queue.Handler<CvDocumentCreated>(context => Hear(context.Message, context.Message.UserId));
            queue.Handler<CvDocumentUpdated>(context => Hear(context.Message, context.Message.UserId));
        });
        await endpoint.Ready;
        var id = (await user.StartAsync("I am Ana Ruiz")).Body.Text("session_id");
        await user.FinalizeAsync(id);
        await user.FinalizeAsync(id);

        await UntilAsync(() => Task.FromResult(heard.Count == 3));
        heard.Select(message => message.GetType()).ShouldBe([typeof(CvChatStarted), typeof(CvDocumentCreated), typeof(CvDocumentUpdated)], ignoreOrder: true);
        heard.OfType<CvDocumentUpdated>().Single().Version.ShouldBe(2);
        await endpoint.StopAsync();

        Task Hear(object message, long owner)
        {
            lock (heard)
            {
                if (owner == userId)
                    heard.Add(message);
            }

            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task A_deleted_user_leaves_nothing_behind()
    {
        using var user = service.NewUser(out var userId);
        var id = (await user.StartAsync("I am Ana Ruiz")).Body.Text("session_id");
        await user.FinalizeAsync(id);
        await service.Services.GetRequiredService<IBus>().Publish(new UserDeleted(userId, DateTimeOffset.UtcNow));

        await using var database = new NpgsqlConnection(service.Database);
        await UntilAsync(async () => await database.ExecuteScalarAsync<int>(
            "SELECT (SELECT count(*) FROM chat_sessions WHERE user_id = @userId)::int + (SELECT count(*) FROM documents WHERE user_id = @userId)::int", new { userId }) == 0);
        (await user.StartAsync("I am back")).Status.ShouldBe(401);
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        for (var i = 0; i < 300 && !await condition(); i++)
            await Task.Delay(50);
        (await condition()).ShouldBeTrue("within 15 seconds");
    }
}
