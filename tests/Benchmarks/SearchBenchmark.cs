using System.Diagnostics;
using System.Globalization;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using EmbeddingService.Chunks;
using EmbeddingService.Contracts;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using ServiceDefaults.Persistence;
using Testing;

namespace Benchmarks;

/// <summary>Exact search among the vectors of a user: this service's block in memory, its store with the look at the version, and FAISS IndexFlatIP.</summary>
internal static class SearchBenchmark
{
    private const int Dimensions = 384;
    private const int Top = 10;
    private const int Queries = 50;
    private const int Turns = 7;

    public static async Task<int> RunAsync()
    {
        await using var postgres = new PostgresServer();
        await postgres.InitializeAsync();
        await using var source = NpgsqlDataSource.Create(await postgres.CreateDatabaseAsync("search"));
        await new SqlMigrator(source, [typeof(SqlMigrator).Assembly, typeof(EmbeddingService.ServiceMarker).Assembly], NullLogger<SqlMigrator>.Instance).MigrateAsync(default);
        Dapper.DefaultTypeMap.MatchNamesWithUnderscores = true;
        var folder = Directory.CreateTempSubdirectory("search-benchmark-").FullName;
        using var faiss = Process.Start(new ProcessStartInfo("/usr/bin/python3", [Path.Combine(Testing.PlatformFixture.Checkout, "tests", "Benchmarks", "Peers", "faiss-flat.py")])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        try
        {
            Console.WriteLine($"FAISS {await faiss.StandardOutput.ReadLineAsync()}, {Dimensions} dimensions, top {Top}, one query at a time, medians in ms");
            WarmUp();
            Console.WriteLine("  vectors     in memory    through the store    store, nothing kept    IndexFlatIP    in memory / IndexFlatIP");
            foreach (var count in (int[])[100, 1_000, 10_000, 100_000])
                await CompareAsync(count, source, faiss, folder);
            return 0;
        }
        finally
        {
            faiss.Kill();
            Directory.Delete(folder, recursive: true);
        }
    }

    // Until the compiler has made its best of the code, which the few calls of the smallest case would not bring about.
    private static void WarmUp()
    {
        var random = new Random(1);
        var block = ChunkBlock.Of([.. Enumerable.Range(0, 200).Select(number => new EmbeddedChunk(number, "", UnitVector(random)))]);
        var query = UnitVector(random);
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(3);)
            block.Nearest(query, Top);
    }

    private static async Task CompareAsync(int count, NpgsqlDataSource source, Process faiss, string folder)
    {
        var random = new Random(count);
        var chunks = Enumerable.Range(0, count).Select(number => new EmbeddedChunk(number, "", UnitVector(random))).ToArray();
        var queries = Enumerable.Range(0, Queries).Select(_ => UnitVector(random)).ToArray();
        var (vectorFile, queryFile) = (Path.Combine(folder, $"{count}.f32"), Path.Combine(folder, $"{count}-queries.f32"));
        await WriteAsync(vectorFile, chunks.Select(chunk => chunk.Vector));
        await WriteAsync(queryFile, queries.Select(query => new ReadOnlyMemory<float>(query)));

        var block = ChunkBlock.Of(chunks);
        var outbox = new Outbox(new OutboxSignal());
        var store = new PostgresChunkStore(source, outbox, new ChunkCache(maxBytes: 1L << 30));
        var forgetful = new PostgresChunkStore(source, outbox, new ChunkCache(maxBytes: 0));
        await store.ReplaceAsync(new ResumeIndexed(count, 1, 1, count, "model", DateTimeOffset.UnixEpoch), chunks, default);

        var (memory, through, cold, peer) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        var rounds = count >= 100_000 ? Queries : 4 * Queries;
        for (var turn = 0; turn <= Turns; turn++)
        {
            // In turns, so that whatever else the machine does meets all; the first turn warms up.
            var own = Measure(rounds, round => block.Nearest(queries[round % Queries], Top)[0].Number);
            var stored = await MeasureAsync(rounds, round => store.SearchAsync(1, count, "model", [queries[round % Queries]], Top, default));
            var unkept = await MeasureAsync(count >= 100_000 ? 2 : 20, round => forgetful.SearchAsync(1, count, "model", [queries[round % Queries]], Top, default));
            await faiss.StandardInput.WriteLineAsync($"{vectorFile} {queryFile} {Dimensions} {Top} {rounds}");
            await faiss.StandardInput.FlushAsync();
            var answer = (await faiss.StandardOutput.ReadLineAsync())!.Split('|');
            if (!own.First.SequenceEqual(answer[1].Split(' ').Select(int.Parse)))
                throw new InvalidOperationException("The nearest vectors are not those of FAISS.");
            if (turn == 0)
                continue;

            memory.AddRange(own.Taken);
            through.AddRange(stored);
            cold.AddRange(unkept);
            peer.AddRange(answer[0].Split(' ').Select(text => double.Parse(text, CultureInfo.InvariantCulture)));
        }

        var (m, t, c, p) = (new Timings(memory).Median, new Timings(through).Median, new Timings(cold).Median, new Timings(peer).Median);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,9:N0}  {m,12:F4}  {t,19:F4}  {c,21:F3}  {p,13:F4}  {m / p,25:F2}"));
    }

    private static (List<double> Taken, List<int> First) Measure(int rounds, Func<int, int> search)
    {
        var (taken, first) = (new List<double>(rounds), new List<int>(Queries));
        for (var round = 0; round < rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            var best = search(round);
            taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (round < Queries)
                first.Add(best);
        }

        return (taken, first);
    }

    private static async Task<List<double>> MeasureAsync(int rounds, Func<int, Task> search)
    {
        var taken = new List<double>(rounds);
        for (var round = 0; round < rounds; round++)
        {
            var start = Stopwatch.GetTimestamp();
            await search(round);
            taken.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return taken;
    }

    private static async Task WriteAsync(string path, IEnumerable<ReadOnlyMemory<float>> vectors)
    {
        await using var file = File.Create(path);
        foreach (var vector in vectors)
            file.Write(MemoryMarshal.AsBytes(vector.Span));
    }

    private static float[] UnitVector(Random random)
    {
        var vector = new float[Dimensions];
        for (var i = 0; i < Dimensions; i++)
            vector[i] = (float)random.NextDouble() - 0.5f;
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm(vector), vector);
        return vector;
    }
}
