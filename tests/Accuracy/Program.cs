using Accuracy;
using Accuracy.Examiner;

// What is measured and what came out: docs/accuracy.md. Each measurement prints its table and says whether its goals are reached.
var measurements = new Dictionary<string, Func<DataFolder, Task<bool>>>(StringComparer.Ordinal)
{
    ["stsb"] = StsB.MeasureAsync,
    ["similarity"] = Similarity.MeasureAsync,
    ["retrieval"] = Retrieval.MeasureAsync,
    ["conversations"] = ConversationMeasure.MeasureAsync,
    ["examiner"] = ExaminerAccuracy.MeasureAsync,
};

if (args is not [var name, var folder] || !(name == "all" || measurements.ContainsKey(name)) || !Directory.Exists(folder))
{
    Console.Error.WriteLine($"""
        dotnet run -c Release --project tests/Accuracy -- {string.Join('|', measurements.Keys)}|all <folder that holds data/ and models/>
        """);
    return 2;
}

var data = new DataFolder(folder);
var reached = true;
foreach (var (_, measureAsync) in measurements.Where(measurement => name == "all" || measurement.Key == name))
    reached &= await measureAsync(data);
Console.WriteLine(reached ? "All goals are reached." : "A goal is not reached.");
return reached ? 0 : 1;
