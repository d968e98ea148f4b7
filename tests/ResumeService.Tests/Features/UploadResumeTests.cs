using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Shouldly;
using Testing.Documents;
using Xunit;

namespace ResumeService.Tests.Features;

[Collection(nameof(ResumeServiceFixture))]
public sealed class UploadResumeTests(ResumeServiceFixture service)
{
    [Fact]
    public async Task Upload_answers_every_field_of_the_seed_for_a_pdf()
    {
        using var user = service.NewUser();
        var (status, body) = await UploadAsync(user, Resumes.Pdf(), jobDescription: Resumes.JobDescription);

        status.ShouldBe(200);
        body.GetProperty("success").GetBoolean().ShouldBeTrue();
        body.GetProperty("message").GetString().ShouldBe("Resume uploaded and processed successfully");
        var parsed = body.GetProperty("parsed_data");
        parsed.GetProperty("skills").Strings().ShouldBe(["PYTHON", "FLASK", "POSTGRESQL", "DOCKER", "AWS", "REACT", "DJANGO", "GIT"], ignoreOrder: true);
        parsed.GetProperty("experience_years").GetInt32().ShouldBe(3);
        var project = parsed.GetProperty("projects").EnumerateArray().ShouldHaveSingleItem();
        project.GetProperty("name").GetString().ShouldBe("Ledger Explorer");
        project.GetProperty("tech_stack").Strings().ShouldBe(["REACT", "DJANGO"], ignoreOrder: true);
        parsed.GetProperty("internships").Strings().ShouldBe(["Software Engineering Intern at Northlight Labs"]);
        parsed.GetProperty("certifications").Strings().ShouldBe(["AWS Certified Developer"]);
        parsed.GetProperty("name").GetString().ShouldBe("Mara Lindqvist");
        parsed.GetProperty("email").GetString().ShouldBe("mara.lindqvist@example.org");
        body.GetProperty("faiss_indexed").GetBoolean().ShouldBeTrue();
        body.GetProperty("chunks_created").GetInt32().ShouldBeGreaterThan(1);
        body.GetProperty("resume_id").GetInt64().ShouldBePositive();
        body.TryGetProperty("duplicate", out _).ShouldBeFalse();

        var gap = body.GetProperty("gap_analysis");
        gap.GetProperty("matching_skills").Strings().ShouldBe(["PYTHON", "POSTGRESQL", "AWS"], ignoreOrder: true);
        gap.GetProperty("missing_skills").Strings().ShouldBe(["KUBERNETES", "TERRAFORM"], ignoreOrder: true);
        gap.GetProperty("match_percentage").GetDouble().ShouldBe(60);
        gap.GetProperty("gap_severity").GetString().ShouldBe("Medium");
        gap.GetProperty("semantic_similarity").GetDouble().ShouldBe(0.732);
        gap.GetProperty("experience_fit").GetString().ShouldBe("May need more experience");
    }

    [Fact]
    public async Task Upload_reads_a_docx_like_the_pdf()
    {
        using var user = service.NewUser();
        var (status, body) = await UploadAsync(user, Resumes.Docx(), "cv.docx");
        status.ShouldBe(200);
        body.GetProperty("parsed_data").GetProperty("skills").Strings().ShouldContain("POSTGRESQL");
        body.GetProperty("parsed_data").GetProperty("experience_years").GetInt32().ShouldBe(3);
        body.GetProperty("gap_analysis").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task The_same_bytes_again_answer_the_earlier_result_as_a_duplicate_and_become_current()
    {
        using var user = service.NewUser();
        var pdf = Resumes.Pdf();
        var (_, first) = await UploadAsync(user, pdf);
        var (_, second) = await UploadAsync(user, Resumes.Pdf());
        var (status, again) = await UploadAsync(user, pdf);

        status.ShouldBe(200);
        again.GetProperty("duplicate").GetBoolean().ShouldBeTrue();
        again.GetProperty("resume_id").GetInt64().ShouldBe(first.GetProperty("resume_id").GetInt64());
        again.GetProperty("parsed_data").GetRawText().ShouldBe(first.GetProperty("parsed_data").GetRawText());
        var (_, list) = await user.GetAsync("/api/resumes").ReadAsync();
        list.GetProperty("resumes")[0].GetProperty("resume_id").GetInt64().ShouldBe(first.GetProperty("resume_id").GetInt64());
        list.GetProperty("resumes")[1].GetProperty("resume_id").GetInt64().ShouldBe(second.GetProperty("resume_id").GetInt64());
    }

    [Fact]
    public async Task The_same_file_uploaded_eight_times_at_once_is_stored_once()
    {
        using var user = service.NewUser();
        var pdf = Resumes.Pdf();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => UploadAsync(user, pdf)));
        answers.ShouldAllBe(answer => answer.Status == 200);
        answers.Select(answer => answer.Body.GetProperty("resume_id").GetInt64()).Distinct().ShouldHaveSingleItem();
        (await user.GetAsync("/api/resumes").ReadAsync()).Body.GetProperty("resumes").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Two_users_with_the_same_file_have_a_resume_each()
    {
        using var first = service.NewUser();
        using var second = service.NewUser();
        var pdf = Resumes.Pdf();
        var mine = (await UploadAsync(first, pdf)).Body;
        var theirs = (await UploadAsync(second, pdf)).Body;
        theirs.TryGetProperty("duplicate", out _).ShouldBeFalse();
        theirs.GetProperty("resume_id").GetInt64().ShouldNotBe(mine.GetProperty("resume_id").GetInt64());
    }

    public static TheoryData<string, byte[], string, int, string> BadFiles() => new()
    {
        { "an empty file", [], "resume.pdf", 400, "The resume file is empty" },
        { "text called .pdf", Encoding.UTF8.GetBytes("just text"), "resume.pdf", 400, "Invalid file type. Only PDF and DOCX files are allowed." },
        { "a PNG", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0], "resume.png", 400, "Invalid file type. Only PDF and DOCX files are allowed." },
        { "a zip that is no Word document", Archives.Zip(("hello.txt", "hello")), "resume.docx", 400, "Invalid file type. Only PDF and DOCX files are allowed." },
        { "a truncated PDF", Resumes.Pdf("truncated")[..300], "resume.pdf", 400, "Failed to extract text from PDF: the file is damaged or incomplete." },
        {
            "a PDF with a password", new PdfBuilder().Page(page => page.Text(72, 700, "secret")).ProtectedBy("pass").Build(), "resume.pdf", 400,
            "Failed to extract text from PDF: it is protected by a password. Save it without one and try again."
        },
        { "a PDF without text", new PdfBuilder().Page(_ => { }).Build(), "resume.pdf", 400, "Failed to extract text from PDF" },
        { "a DOCX without text", new DocxBuilder().Build(), "resume.docx", 400, "Failed to extract text from DOCX" },
        { "one byte over 16 MB", new byte[(16 * 1024 * 1024) + 1], "resume.pdf", 413, "File too large. Maximum size is 16MB." },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public async Task A_bad_file_gets_its_own_clear_error_and_the_earlier_resume_stays(string what, byte[] file, string filename, int status, string message)
    {
        using var user = service.NewUser();
        var earlier = (await UploadAsync(user, Resumes.Pdf())).Body.GetProperty("resume_id").GetInt64();

        var answer = await UploadAsync(user, file, filename);

        answer.Status.ShouldBe(status, what);
        answer.Body.GetRawText().ShouldBe(JsonSerializer.Serialize(new { success = false, message }));
        var resumes = (await user.GetAsync("/api/resumes").ReadAsync()).Body.GetProperty("resumes");
        resumes.GetArrayLength().ShouldBe(1);
        resumes[0].GetProperty("resume_id").GetInt64().ShouldBe(earlier);
        (await user.GetAsync("/api/resume/analysis").ReadAsync()).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_file_of_exactly_16_MB_is_read()
    {
        using var user = service.NewUser();
        // Trailing bytes after the end of a PDF are allowed.
        var pdf = Resumes.Pdf();
        var padded = new byte[16 * 1024 * 1024];
        pdf.CopyTo(padded, 0);
        padded.AsSpan(pdf.Length).Fill((byte)'\n');
        var (status, body) = await UploadAsync(user, padded);
        status.ShouldBeOneOf(200, 400);
        if (status == 400)
            body.GetProperty("message").GetString()!.ShouldStartWith("Failed to extract text from PDF");
    }

    [Fact]
    public async Task No_file_two_files_and_another_field_are_400()
    {
        using var user = service.NewUser();
        using var none = new MultipartFormDataContent { { new StringContent("text"), "job_description" } };
        (await user.PostAsync("/api/upload_resume", none).ReadAsync()).ShouldBeError(400, "No resume file provided");

        using var two = ResumeServiceFixture.Form(Resumes.Pdf());
        two.Add(new ByteArrayContent(Resumes.Pdf()), "resume", "second.pdf");
        (await user.PostAsync("/api/upload_resume", two).ReadAsync()).ShouldBeError(400, "Only one resume file can be uploaded at a time");

        using var other = ResumeServiceFixture.Form(Resumes.Pdf(), field: "file");
        (await user.PostAsync("/api/upload_resume", other).ReadAsync()).ShouldBeError(400, "No resume file provided");
    }

    [Fact]
    public async Task Another_content_type_is_415_and_a_broken_form_400()
    {
        using var user = service.NewUser();
        (await user.PostAsJsonAsync("/api/upload_resume", new { resume = "x" }).ReadAsync()).Status.ShouldBe(415);
        using var broken = new StringContent("--b\r\nContent-Disposition: form-da");
        broken.Headers.Remove("Content-Type");
        broken.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
        (await user.PostAsync("/api/upload_resume", broken).ReadAsync()).Status.ShouldBe(400);
    }

    [Fact]
    public async Task A_job_description_of_a_megabyte_is_refused_before_anything_is_stored()
    {
        using var user = service.NewUser();
        (await UploadAsync(user, Resumes.Pdf(), jobDescription: new string('x', 1024 * 1024)))
            .ShouldBeError(400, "Job description is too long (maximum 100,000 characters)");
        (await user.GetAsync("/api/resumes").ReadAsync()).Body.GetProperty("resumes").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_filename_keeps_its_script_and_loses_its_path_and_control_characters()
    {
        using var user = service.NewUser();
        await UploadAsync(user, Resumes.Pdf(), "..\\..\\履歴書 \u0007final.pdf");
        (await user.GetAsync("/api/resumes").ReadAsync()).Body.GetProperty("resumes")[0].GetProperty("filename").GetString().ShouldBe("履歴書 final.pdf");
    }

    [Fact]
    public async Task Without_a_token_upload_is_401_in_the_seeds_shape()
    {
        using var nobody = service.Anonymous();
        (await UploadAsync(nobody, Resumes.Pdf())).ShouldBeError(401, "Invalid or expired token");
    }

    private static async Task<(int Status, JsonElement Body)> UploadAsync(HttpClient user, byte[] file, string filename = "resume.pdf", string? jobDescription = null)
    {
        using var form = ResumeServiceFixture.Form(file, filename, jobDescription);
        return await user.PostAsync("/api/upload_resume", form).ReadAsync();
    }
}
