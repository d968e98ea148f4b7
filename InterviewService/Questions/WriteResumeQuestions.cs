using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using ServiceDefaults.Auth;
using ServiceDefaults.Problems;

namespace InterviewService.Questions;

/// <summary><c>POST /api/resume_based_questions</c> (seed 0): questions from the user's own projects, skills, gaps and lines.</summary>
internal static class WriteResumeQuestions
{
    public const int MaxQuestions = 20;
    public const int DefaultQuestions = 5;
    public const int MaxJobDescriptionLength = 100_000;

    public static async Task<Results<Ok<ResumeQuestionsResponse>, ApiError>> HandleAsync(
        ResumeQuestionsRequest request, ClaimsPrincipal user, ResumeClient resumes, ChunkSearchClient chunks, QuestionWriter writer, ILogger<QuestionWriter> logger,
        CancellationToken cancellationToken)
    {
        var count = request.QuestionCount ?? DefaultQuestions;
        if (count is < 1 or > MaxQuestions)
            return new ApiError(StatusCodes.Status400BadRequest, $"question_count must be a whole number from 1 to {MaxQuestions}");
        if (request.JobDescription is { Length: > MaxJobDescriptionLength })
            return new ApiError(StatusCodes.Status400BadRequest, "Job description is too long (maximum 100,000 characters)");

        try
        {
            if (await resumes.AnalyseAsync(user.UserId(), request.JobDescription, cancellationToken) is not { } resume)
                return new ApiError(StatusCodes.Status404NotFound, "No resume uploaded");

            var evidence = await chunks.FindAsync(user.UserId(), resume, request.JobDescription, cancellationToken);
            var questions = writer.Write(resume, evidence, count, request.VariationSeed);
            return TypedResults.Ok(new ResumeQuestionsResponse(
                Success: true, [.. questions.Select(question => new ResumeQuestion(question.Text, question.Type))], evidence.Chunks.Count));
        }
        catch (HttpRequestException exception)
        {
            Log.AnalysisMissing(logger, exception.HttpRequestError.ToString());
            return new ApiError(StatusCodes.Status503ServiceUnavailable);
        }
    }
}

/// <summary>Body of <c>POST /api/resume_based_questions</c>.</summary>
internal sealed record ResumeQuestionsRequest
{
    [JsonPropertyName("job_description")]
    [Description("The job to prepare for, at most 100,000 characters. Without it the questions come from the resume alone.")]
    [MaxLength(WriteResumeQuestions.MaxJobDescriptionLength)]
    public string? JobDescription { get; init; }

    [JsonPropertyName("question_count")]
    [JsonConverter(typeof(CountConverter))]
    [Description("How many questions, 1 to 20.")]
    [Range(1, WriteResumeQuestions.MaxQuestions)]
    [DefaultValue(WriteResumeQuestions.DefaultQuestions)]
    public int? QuestionCount { get; init; }

    [JsonPropertyName("variation_seed")]
    [JsonConverter(typeof(SeedConverter))]
    [Description("The same seed gives the same questions, another one gives others.")]
    public string? VariationSeed { get; init; }

    // What is no whole number reads as 0, which the range check refuses in words; a converter that throws would only say that the body is malformed.
    private sealed class CountConverter : JsonConverter<int?>
    {
        public override int? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.Number)
                return reader.TryGetInt32(out var count) ? count : 0;
            reader.Skip();
            return 0;
        }

        public override void Write(Utf8JsonWriter writer, int? value, JsonSerializerOptions options)
        {
            if (value is { } count)
                writer.WriteNumberValue(count);
            else
                writer.WriteNullValue();
        }
    }

    // A number is as good a seed as a text.
    private sealed class SeedConverter : JsonConverter<string?>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number => reader.TryGetInt64(out var whole)
                ? whole.ToString(CultureInfo.InvariantCulture)
                : reader.GetDouble().ToString("R", CultureInfo.InvariantCulture),
            _ => throw new JsonException("variation_seed must be a text."),
        };

        public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);
    }
}

/// <param name="Success">Always true; errors have their own shape.</param>
/// <param name="Questions">Exactly as many as asked for, no two alike.</param>
/// <param name="ResumeChunksFound">Distinct chunks of the resume that the semantic search found relevant and the questions are built on.</param>
internal sealed record ResumeQuestionsResponse(
    [property: JsonPropertyName("success")] bool Success,
    [property: JsonPropertyName("questions")] IReadOnlyList<ResumeQuestion> Questions,
    [property: JsonPropertyName("resume_chunks_found")] int ResumeChunksFound);

/// <param name="Question">The question as it is asked.</param>
/// <param name="Type">technical, behavioral, project-based or situational.</param>
internal sealed record ResumeQuestion([property: JsonPropertyName("question")] string Question, [property: JsonPropertyName("type")] string Type);
