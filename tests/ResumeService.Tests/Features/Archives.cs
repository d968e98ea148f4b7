using System.IO.Compression;
using System.Text.Json;
using Shouldly;

namespace ResumeService.Tests.Features;

internal static class Archives
{
    /// <summary>A zip archive of these texts.</summary>
    public static byte[] Zip(params IReadOnlyList<(string Name, string Text)> entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return bytes.ToArray();
    }
}

internal static class ErrorAnswers
{
    /// <summary>The answer is S0's error with exactly this message.</summary>
    public static void ShouldBeError(this (int Status, JsonElement Body) answer, int status, string message)
    {
        answer.Body.GetRawText().ShouldBe(JsonSerializer.Serialize(new { success = false, message }));
        answer.Status.ShouldBe(status);
    }
}
