using System.Net;
using Dapper;
using InterviewService.Tests.Running;
using Npgsql;
using Shouldly;
using Testing;
using Xunit;

namespace InterviewService.Tests.Export;

[Collection(nameof(RunningInterviewService))]
public sealed class ExportUserTests(RunningInterviewService service)
{
    [Fact]
    public async Task The_export_holds_every_table_with_something_of_the_user_and_nothing_of_others()
    {
        const long user = 7_000_001;
        const long other = 7_000_002;
        await using var database = new NpgsqlConnection(service.Database);
        foreach (var (owner, mark) in new[] { (user, "own"), (other, "foreign") })
        {
            await database.ExecuteAsync(
                """
                INSERT INTO interview_reports (id, user_id, title, job_description, resume, self_description, match_score, content, candidate, created_at, updated_at)
                VALUES (@mark, @owner, @mark || '-report', '', '', '', 1, '{}', '{}', now(), now());
                INSERT INTO interview_sessions (id, user_id, resume_id, resume_text, language, status, created_at)
                VALUES (@session, @owner, '1', @mark || '-resume', 'en', 'EVALUATED', now());
                INSERT INTO interview_questions (id, session_id, position, question_key, text, kind, type, category, intention, why, reference_answer, key_points, is_story, answer)
                VALUES (@question, @session, 0, 'k', @mark || '-question', 'k', 't', 'c', '', '', '', '{}', false, @mark || '-answer');
                INSERT INTO answer_attempts (id, question_id, number, answer, score, evaluation, answered_at) VALUES (@question, @question, 2, @mark || '-attempt', 50, '{}', now());
                INSERT INTO practice_questions (question_id, user_id, step, due_at) VALUES (@question, @owner, 3, now());
                INSERT INTO asked_questions (user_id, resume_id, question_key) VALUES (@owner, '1', @mark || '-asked');
                INSERT INTO mock_interviews (id, user_id, job_title, company_name, created_at, updated_at) VALUES (@session, @owner, @mark || '-job', '', now(), now());
                INSERT INTO mock_messages (id, session_id, position, role, content, sent_at) VALUES (@question, @session, 0, 'user', @mark || '-message', now());
                """,
                new { owner, mark, session = Guid.NewGuid(), question = Guid.NewGuid() });
        }

        using var client = service.Host.CreateClient().AsService();
        var export = await client.GetStringAsync($"/internal/users/{user}/export");
        foreach (var part in (string[])["report", "resume", "question", "answer", "attempt", "asked", "job", "message"])
            export.ShouldContain($"own-{part}");
        export.ShouldContain("\"due_at\"");
        export.ShouldNotContain("foreign");

        // A new table has to be thought of here: exported, or known to hold nothing of a person.
        var tables = await database.QueryAsync<string>("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'");
        string[] exported = ["interview_reports", "interview_sessions", "interview_questions", "answer_attempts", "practice_questions", "asked_questions", "mock_interviews", "mock_messages"];
        tables.Except([.. exported, "erased_users", "data_protection_keys", "outbox", "inbox", "schema_migrations"]).ShouldBeEmpty();
    }

    [Fact]
    public async Task No_users_token_opens_the_export()
    {
        using var client = service.Host.CreateClient().AsUser(7_000_001);
        using var response = await client.GetAsync("/internal/users/7000001/export");
        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }
}
