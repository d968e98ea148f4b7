using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace EmbeddingService.Models.Download;

/// <summary>
/// Fetches a model's files from their publisher: goes on where an earlier try, or an earlier start, broke off; checks every file; and shows the folder under
/// its name only when all of them are right. Processes that fetch at once wait for each other.
/// </summary>
internal sealed class ModelDownload(HttpClient http, IOptions<EmbeddingOptions> options, TimeProvider time, ILogger<ModelDownload> logger)
{
    /// <summary>Tries in a row that bring nothing before a file is given up.</summary>
    private const int FruitlessTries = 3;

    private const string PartSuffix = ".part";
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(200);

    /// <summary>The files to fetch; the published model's unless a test has smaller ones.</summary>
    internal IReadOnlyList<ModelFile> Files { get; init; } = MiniLmFiles.All;

    /// <summary>Before the second try; doubled each time.</summary>
    internal TimeSpan FirstPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The model's folder, at once when it was fetched before.</summary>
    /// <exception cref="ModelDownloadException">It cannot be had now; what arrived is kept for the next start.</exception>
    public async Task<string> FetchAsync(CancellationToken cancellationToken)
    {
        try
        {
            var models = Directory.CreateDirectory(options.Value.Models).FullName;
            var folder = Path.Combine(models, MiniLmFiles.Folder);
            await using var turn = await TakeTurnAsync(folder + ".lock", cancellationToken);
            if (await IsWholeAsync(folder, cancellationToken))
                return folder;

            var arriving = Directory.CreateDirectory(folder + PartSuffix).FullName;
            foreach (var file in Files)
                await FetchAsync(file, arriving, cancellationToken);
            // A rename is seen as a whole or not at all.
            Directory.Move(arriving, folder);
            Log.ModelFetched(logger, folder);
            return folder;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ModelDownloadException("the folder for models cannot be written", exception);
        }
    }

    // Held by the open file: it is given back however the process ends.
    private static async Task<FileStream> TakeTurnAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(LockPause, cancellationToken);
            }
        }
    }

    private static async Task<bool> IsRightAsync(string path, ModelFile file, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(path);
        return stream.Length == file.Length && Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken)) == file.Sha256;
    }

    // A folder that something happened to since is no reason to do without the model.
    private async Task<bool> IsWholeAsync(string folder, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder))
            return false;
        foreach (var file in Files)
        {
            var path = Path.Combine(folder, file.Name);
            if (!File.Exists(path) || !await IsRightAsync(path, file, cancellationToken))
            {
                Directory.Delete(folder, recursive: true);
                return false;
            }
        }

        return true;
    }

    private async Task FetchAsync(ModelFile file, string folder, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, file.Name);
        if (File.Exists(path))
            return;

        var part = path + PartSuffix;
        for (var (fruitless, pause) = (0, FirstPause); LengthOf(part) < file.Length;)
        {
            var before = LengthOf(part);
            try
            {
                await ContinueAsync(file, part, cancellationToken);
            }
            catch (ModelDownloadException)
            {
                // Nothing of it is worth going on with.
                File.Delete(part);
                throw;
            }
            catch (Exception exception) when (exception is HttpRequestException or TimeoutException)
            {
                fruitless = LengthOf(part) > before ? 0 : fruitless + 1;
                if (fruitless == FruitlessTries || exception is HttpRequestException { StatusCode: >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError })
                    throw new ModelDownloadException($"{file.Name} could not be fetched from {options.Value.DownloadFrom.Host}", exception);
                await Task.Delay(pause, time, cancellationToken);
                pause *= 2;
            }
        }

        if (!await IsRightAsync(part, file, cancellationToken))
        {
            File.Delete(part);
            throw new ModelDownloadException($"what came as {file.Name} from {options.Value.DownloadFrom.Host} has another checksum");
        }

        File.Move(part, path);
    }

    /// <summary>Fetches what is missing of a file until it is whole or the connection breaks.</summary>
    private async Task ContinueAsync(ModelFile file, string part, CancellationToken cancellationToken)
    {
        using var silence = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var limit = options.Value.DownloadTimeout;
        silence.CancelAfter(limit);
        try
        {
            var have = LengthOf(part);
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(options.Value.DownloadFrom, file.Address));
            if (have > 0)
                request.Headers.Range = new RangeHeaderValue(have, null);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, silence.Token);
            response.EnsureSuccessStatusCode();

            // A server that does not know ranges answers everything: from the beginning then.
            var goesOn = response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == have;
            await using var target = new FileStream(part, goesOn ? FileMode.Append : FileMode.Create, FileAccess.Write);
            await using var source = await response.Content.ReadAsStreamAsync(silence.Token);
            var buffer = new byte[128 * 1024];
            int read;
            while ((read = await ReadAsync(source, buffer, silence.Token)) > 0)
            {
                silence.CancelAfter(limit);
                if (target.Length + read > file.Length)
                    throw new ModelDownloadException($"what came as {file.Name} from {options.Value.DownloadFrom.Host} is longer than that file");
                var shown = TenthsOf(file, target.Length);
                await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                if (TenthsOf(file, target.Length) > shown)
                    Log.ModelArriving(logger, file.Name, 10 * TenthsOf(file, target.Length), file.Length / 1_000_000.0);
            }

            if (target.Length < file.Length)
                throw new HttpRequestException(HttpRequestError.ResponseEnded);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }

    // Told apart from what goes wrong with the file that is written.
    private static async ValueTask<int> ReadAsync(Stream source, Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await source.ReadAsync(buffer, cancellationToken);
        }
        catch (IOException exception)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, inner: exception);
        }
    }

    private static long LengthOf(string path) => File.Exists(path) ? new FileInfo(path).Length : 0;

    private static long TenthsOf(ModelFile file, long length) => 10 * length / file.Length;
}
