using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using EmbeddingService.Models.Onnx;
using EmbeddingService.Models.Static;
using StaticModelTrainer;

// How the model is made and what it reaches: docs/static-model.md.
if (args is not [var textsFile, var teacherFolder, var workFolder, var modelFile])
{
    Console.Error.WriteLine("""
        dotnet run -c Release --project eng/StaticModelTrainer -- <texts.tsv.gz> <folder of model_int8.onnx and vocab.txt> <work folder> <static-model.bin>

        The teacher's vectors are kept in the work folder (0.4 GB); a pass that was interrupted goes on where it stopped.
        """);
    return 2;
}

const int RowDimensions = 256;
const int ShuffleSeed = 1;
const int SampleSeed = 2;

var teacherFile = Path.Combine(teacherFolder, Teacher.File);
var teacherVocabulary = File.ReadAllLines(Path.Combine(teacherFolder, OnnxModel.VocabularyFile));
Directory.CreateDirectory(workFolder);

Say($"Reading the texts of {textsFile}");
var corpus = Corpus.Read(textsFile);
Say($"{corpus.Texts.Count:N0} texts; choosing the vocabulary");
var vocabulary = VocabularyBuilder.Build(corpus.Texts, teacherVocabulary);
var texts = RowLists.Read(corpus.Texts, vocabulary);

var (ofTexts, ofEntries) = AskTeacher();

var directions = PrincipalDirections.Find(ofTexts.Count, TeacherVectors.Dimensions, ofTexts.Read, RowDimensions, new Random(SampleSeed));
Say($"{RowDimensions} directions hold {directions.Energy:P1} of the teacher's vectors");
var targets = Project(ofTexts);
var rows = Project(ofEntries);
WeighByRarity();

int[] draws = [.. Enumerable.Range(0, texts.Count).SelectMany(text => Enumerable.Repeat(text, corpus.IsDictionary[text] ? 2 : 1))];
Training.Run(rows, texts, targets, draws, new Random(ShuffleSeed), (step, steps, loss) => Say($"Step {step:N0} of {steps:N0}, loss {loss:F4}"));
ModelFile.Write(modelFile, vocabulary, rows);
Say($"{modelFile}: {StaticTable.Read(File.ReadAllBytes(modelFile)).Version}, {rows.Rows:N0} rows, {new FileInfo(modelFile).Length:N0} bytes");
return 0;

(TeacherVectors OfTexts, TeacherVectors OfEntries) AskTeacher()
{
    using var teacher = new Teacher(teacherFolder);
    string[] entries = [.. vocabulary.Entries.Select(Plain)];
    return (Ask(teacher, corpus.Texts, "texts"), Ask(teacher, entries, "words"));
}

// Vectors of other texts or of another teacher have another name.
TeacherVectors Ask(Teacher teacher, IReadOnlyList<string> asked, string what)
{
    using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    hash.AppendData(File.ReadAllBytes(teacherFile));
    foreach (var text in asked)
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes(text + "\n"));
    var file = Path.Combine(workFolder, $"teacher-{what}-{Convert.ToHexStringLower(hash.GetHashAndReset())[..12]}.f16");
    var watch = Stopwatch.StartNew();
    int? first = null;
    return TeacherVectors.Make(file, asked, teacher.Embed, done =>
    {
        // The first window of this run is the yardstick: what an earlier run did took no time.
        first ??= done;
        var perSecond = (done - first.Value) / watch.Elapsed.TotalSeconds;
        var left = perSecond > 0 ? TimeSpan.FromSeconds((asked.Count - done) / perSecond).ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture) : "?";
        Say($"Teacher: {done:N0} of {asked.Count:N0} {what}, {perSecond:N0}/s, {left} left");
    });
}

Matrix Project(TeacherVectors vectors)
{
    var projected = new Matrix(vectors.Count, RowDimensions);
    var vector = new float[TeacherVectors.Dimensions];
    for (var i = 0; i < vectors.Count; i++)
    {
        vectors.Read(i, vector);
        directions.Project(vector, projected[i]);
    }

    projected.NormalizeRows();
    return projected;
}

// Smooth inverse frequency (Arora, Liang and Ma 2017) is where the weights of the rows start; they are learned along.
void WeighByRarity()
{
    const double A = 1e-3;
    var shares = texts.Shares(rows.Rows);
    for (var row = 0; row < rows.Rows; row++)
        Matrix.Scale(rows[row], (float)(A / (A + shares[row])));
}

static string Plain(string entry) => entry == StaticTokens.LongNumber ? "number" : entry.StartsWith("##", StringComparison.Ordinal) ? entry[2..] : entry;

static void Say(FormattableString text) => Console.WriteLine(FormattableString.Invariant($"{DateTime.UtcNow:HH:mm:ss} {FormattableString.Invariant(text)}"));
