using Benchmarks;

// Figures and how to read them: docs/performance.md.
return args switch
{
    ["extraction", var folder] => await ExtractionBenchmark.RunAsync(folder),
    ["onnx", var folder] => await OnnxBenchmark.RunAsync(folder),
    ["static", var data] => await StaticBenchmark.RunAsync(data),
    ["platform"] => await PlatformBenchmark.RunAsync(models: null),
    ["platform", var models] => await PlatformBenchmark.RunAsync(models),
    ["length"] => LengthBenchmark.Run(),
    ["search"] => await SearchBenchmark.RunAsync(),
    ["indexing"] => await IndexingBenchmark.RunAsync(),
    ["interviews"] => await InterviewBenchmark.RunAsync(),
    ["pages"] => await PagesBenchmark.RunAsync(),
    ["chat"] => await ChatBenchmark.RunChatAsync(),
    ["export"] => await ChatBenchmark.RunExportAsync(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        dotnet run -c Release --project tests/Benchmarks -- extraction <folder of PDFs>   text of each PDF: warm workers, pdftotext as a process, npm's pdf-parse
        dotnet run -c Release --project tests/Benchmarks -- onnx <folder of models>       sentences a second of each .onnx file, beside onnxruntime-node
        dotnet run -c Release --project tests/Benchmarks -- static <shared data>           sentences a second of the static model, beside the int8 ONNX file
        dotnet run -c Release --project tests/Benchmarks -- platform [folder of models]   upload and gateway latency on a platform of its own (build it first: ./run or ./test), with each model
        dotnet run -c Release --project tests/Benchmarks -- length                        whether reading takes time in proportion to a text's length
        dotnet run -c Release --project tests/Benchmarks -- search                        exact search at 100 to 100,000 vectors beside FAISS IndexFlatIP (apt-get install python3-faiss)
        dotnet run -c Release --project tests/Benchmarks -- indexing                      a resume of 12 chunks from request to answer
        dotnet run -c Release --project tests/Benchmarks -- interviews                    sessions, answers, evaluation, reports and PDFs on a platform of its own (build it first)
        dotnet run -c Release --project tests/Benchmarks -- pages                         server time of every page of the app on a platform of its own (build it first)
        dotnet run -c Release --project tests/Benchmarks -- chat                          turns of the CV conversation beside reads of its session
        dotnet run -c Release --project tests/Benchmarks -- export                        a CV as Markdown, JSON Resume, Word and PDF
        """);
    return 2;
}
