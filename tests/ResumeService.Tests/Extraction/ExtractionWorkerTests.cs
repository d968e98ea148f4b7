using System.Diagnostics;
using ResumeService.Extraction;
using ResumeService.Extraction.Workers;
using Shouldly;
using Testing.Documents;
using Xunit;

namespace ResumeService.Tests.Extraction;

/// <summary>The service's own executable in its other role.</summary>
public sealed class ExtractionWorkerTests
{
    [Fact]
    public void Only_its_own_argument_makes_the_service_a_worker()
    {
        ExtractionWorker.IsRequested(["--extract-worker"]).ShouldBeTrue();
        ExtractionWorker.IsRequested([]).ShouldBeFalse();
        ExtractionWorker.IsRequested(["--urls", "--extract-worker"]).ShouldBeFalse();
    }

    [Fact]
    public async Task A_worker_ends_when_its_parent_closes_the_stream_even_while_a_document_hangs()
    {
        using var worker = Process.Start(new ProcessStartInfo("dotnet", [typeof(ExtractionPool).Assembly.Location, ExtractionWorker.Argument])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        }).ShouldNotBeNull();
        try
        {
            var endless = new PdfBuilder().Endless().Page(page => page.Text(72, 700, "The text before the trap")).Build();
            await WorkerProtocol.WriteRequestAsync(worker.StandardInput.BaseStream, endless, DocumentKind.Pdf, CancellationToken.None);
            var (signal, _) = await WorkerProtocol.ReadAnswerAsync(worker.StandardOutput.BaseStream, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));
            signal.ShouldBe(WorkerProtocol.Signal.Ready);
            await Task.Delay(500);

            worker.StandardInput.Close();

            worker.WaitForExit(TimeSpan.FromSeconds(10)).ShouldBeTrue();
            worker.ExitCode.ShouldBe(0);
        }
        finally
        {
            worker.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public async Task A_result_comes_back_from_the_stream_as_it_went_in()
    {
        var document = new DocumentText
        {
            Text = "Ada Éxample\n\n程序员 😀",
            Lines = [new DocumentLine(0, "Ada Éxample", 1, 20.5, 72.25, true), new DocumentLine(13, "程序员 😀", 2, 0, 0, false)],
            PageCount = 2,
            FromOcr = true,
        };
        using var stream = new MemoryStream();
        WorkerProtocol.WriteResult(stream, ExtractionResult.Success(document));
        WorkerProtocol.WriteResult(stream, ExtractionResult.Failed(ExtractionFailure.PasswordProtected));
        stream.Position = 0;

        var first = (await WorkerProtocol.ReadAnswerAsync(stream, CancellationToken.None)).Result.ShouldNotBeNull();
        var second = (await WorkerProtocol.ReadAnswerAsync(stream, CancellationToken.None)).Result.ShouldNotBeNull();

        first.Failure.ShouldBeNull();
        var read = first.Document.ShouldNotBeNull();
        read.Text.ShouldBe(document.Text);
        read.Lines.ShouldBe(document.Lines);
        read.PageCount.ShouldBe(2);
        read.FromOcr.ShouldBeTrue();
        second.Failure.ShouldBe(ExtractionFailure.PasswordProtected);
        second.Document.ShouldBeNull();
    }
}
