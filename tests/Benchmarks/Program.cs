using Benchmarks;

// Figures and how to read them: docs/performance.md.
return args switch
{
    ["extraction", var folder] => await ExtractionBenchmark.RunAsync(folder),
    ["onnx", var folder] => await OnnxBenchmark.RunAsync(folder),
    ["platform"] => await PlatformBenchmark.RunAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        dotnet run -c Release --project tests/Benchmarks -- extraction <folder of PDFs>   text of each PDF: warm workers, pdftotext as a process, npm's pdf-parse
        dotnet run -c Release --project tests/Benchmarks -- onnx <folder of models>       sentences a second of each .onnx file, beside onnxruntime-node
        dotnet run -c Release --project tests/Benchmarks -- platform                      upload and gateway latency on a platform of its own (build it first: ./run or ./test)
        """);
    return 2;
}
