using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Json;
using Dapper;
using Gateway.Contracts;
using InterviewService.Contracts;
using InterviewService.Tests.Running;
using InterviewService.Tests.Sessions;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shouldly;
using Testing;
using Testing.Doubles;
using Xunit;

namespace InterviewService.Tests.Messaging;

[Collection(nameof(RunningInterviewService))]
public sealed class EventTests(RunningInterviewService service)
{
    private const string Sessions = "/api/interview/sessions";

    [Fact]
    public async Task What_happens_to_an_interview_is_told_to_other_systems()
    {
        var heard = new ConcurrentQueue<object>();
        var bus = service.Host.Services.GetRequiredService<IBus>();
        var listening = bus.ConnectReceiveEndpoint($"test-{Guid.NewGuid():N}", endpoint =>
        {
            endpoint.Handler<InterviewReportGenerated>(context => Hear(context.Message));
            endpoint.Handler<InterviewSessionCreated>(context => Hear(context.Message));
            endpoint.Handler<InterviewCompleted>(context => Hear(context.Message));
            endpoint.Handler<InterviewEvaluated>(context => Hear(context.Message));
        });
        await listening.Ready;
        var userId = service.NewUser(null);
        using var user = service.Host.CreateClient().AsUser(userId);

        var session = (await CreateAsync(user)).GetProperty("data");
        var id = Guid.Parse(session.Text("sessionId"));
        await user.PostAsync($"{Sessions}/{id}/answers", new { questionIndex = 0, answer = "I used it a bit and it worked." });
        await user.PostAsync($"{Sessions}/{id}/complete", null);
        var report = await SessionTests.ReportAsync(user, $"{Sessions}/{id}");
        var written = (await user.PostAsJsonAsync("/api/interview", new { jobDescription = Candidates.Job, selfDescription = "Python developer" }).ReadAsync()).Body.GetProperty("interviewReport");

        await EventuallyAsync(() => Task.FromResult(heard.Count(each => OwnerOf(each) == userId) == 4));
        var events = heard.Where(each => OwnerOf(each) == userId).ToList();
        events.OfType<InterviewSessionCreated>().Single().ShouldSatisfyAllConditions(created => created.SessionId.ShouldBe(id), created => created.ResumeId.ShouldBe("1"), created => created.QuestionCount.ShouldBe(3));
        events.OfType<InterviewCompleted>().Single().ShouldSatisfyAllConditions(done => done.SessionId.ShouldBe(id), done => done.AnsweredCount.ShouldBe(1), done => done.QuestionCount.ShouldBe(report.Number("totalQuestions")));
        events.OfType<InterviewEvaluated>().Single().ShouldSatisfyAllConditions(graded => graded.SessionId.ShouldBe(id), graded => graded.OverallScore.ShouldBe(report.Number("overallScore")));
        events.OfType<InterviewReportGenerated>().Single().ShouldSatisfyAllConditions(made => made.ReportId.ShouldBe(written.Text("_id")), made => made.MatchScore.ShouldBe(written.Number("matchScore")));
        await listening.StopAsync();

        Task Hear(object message)
        {
            heard.Enqueue(message);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task An_evaluation_that_fails_is_tried_again_until_it_is_done()
    {
        var userId = service.NewUser(null);
        using var user = service.Host.CreateClient().AsUser(userId);
        var session = (await CreateAsync(user)).GetProperty("data");
        var path = $"{Sessions}/{session.Text("sessionId")}";
        await user.PutAsJsonAsync(path + "/answers", new { questionIndex = 0, answer = "An index lets the database find rows without reading the whole table." });

        await using var database = NpgsqlDataSource.Create(service.Database);
        await using var connection = await database.OpenConnectionAsync();
        // As after a crash between the event and its end: completed, and nobody was told.
        await connection.ExecuteAsync(
            "UPDATE interview_sessions SET status = 'COMPLETED', current_question = 3, completed_at = now(), evaluation_failed = true, evaluation_attempts = 2, evaluation_retry_at = now() WHERE id = @id::uuid",
            new { id = session.Text("sessionId") });

        var report = await SessionTests.ReportAsync(user, path);
        report.Number("totalQuestions").ShouldBe(3);
        (await user.GetAsync(path).ReadAsync()).Body.GetProperty("data").Text("evaluation").ShouldBe("done");
    }

    [Fact]
    public async Task Without_EmbeddingService_answers_are_taken_and_graded_when_it_is_back()
    {
        await using var gone = new HttpDouble(_ => Task.CompletedTask);
        var userId = service.NewUser(null);
        string path;
        await using (var host = service.With(embedding: gone.Address))
        {
            using var before = host.CreateClient().AsUser(userId);
            path = $"{Sessions}/{(await CreateAsync(before)).GetProperty("data").Text("sessionId")}";
            (await before.PostAsync(path + "/answers", new { questionIndex = 0, answer = "I used it a bit and it worked." }).ReadAsync()).Status.ShouldBe(200);
            (await before.PostAsync(path + "/complete", null).ReadAsync()).Status.ShouldBe(200);
        }

        using var user = service.Host.CreateClient().AsUser(userId);
        (await SessionTests.ReportAsync(user, path)).GetProperty("questionDetails")[0].Text("feedback").Length.ShouldBePositive();
    }

    [Fact]
    public async Task A_deleted_users_interviews_are_erased_and_do_not_come_back()
    {
        var userId = service.NewUser(null);
        using var user = service.Host.CreateClient().AsUser(userId);
        await CreateAsync(user);
        await user.PostAsJsonAsync("/api/interview", new { jobDescription = Candidates.Job, selfDescription = "Python developer" });

        await service.Host.Services.GetRequiredService<IBus>().Publish(new UserDeleted(userId, DateTimeOffset.UtcNow));

        await using var database = NpgsqlDataSource.Create(service.Database);
        await using var connection = await database.OpenConnectionAsync();
        await EventuallyAsync(async () => await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM erased_users WHERE user_id = @userId", new { userId }) == 1);
        (await connection.ExecuteScalarAsync<long>(
            """
            SELECT (SELECT count(*) FROM interview_reports WHERE user_id = @userId) + (SELECT count(*) FROM interview_sessions WHERE user_id = @userId)
                + (SELECT count(*) FROM asked_questions WHERE user_id = @userId)
            """,
            new { userId })).ShouldBe(0);
        (await user.PostAsync(Sessions, new { resumeText = Candidates.Text, questionCount = 3, resumeId = 1 }).ReadAsync()).Status.ShouldBe(401);
        (await user.PostAsJsonAsync("/api/interview", new { jobDescription = Candidates.Job, selfDescription = "Python developer" }).ReadAsync()).Status.ShouldBe(401);
    }

    private static async Task<System.Text.Json.JsonElement> CreateAsync(HttpClient user) =>
        (await user.PostAsync(Sessions, new { resumeText = Candidates.Text, questionCount = 3, resumeId = 1 }).ReadAsync()).Body;

    private static long OwnerOf(object message) => message switch
    {
        InterviewReportGenerated made => made.UserId,
        InterviewSessionCreated created => created.UserId,
        InterviewCompleted done => done.UserId,
        InterviewEvaluated graded => graded.UserId,
        _ => 0,
    };

    private static async Task EventuallyAsync(Func<Task<bool>> happened)
    {
        var watch = Stopwatch.StartNew();
        while (!await happened())
        {
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
            await Task.Delay(50);
        }
    }
}
