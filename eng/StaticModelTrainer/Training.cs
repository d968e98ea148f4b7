using System.Runtime.Intrinsics;
using EmbeddingService.Models;

namespace StaticModelTrainer;

/// <summary>
/// Teaches the rows so that the sum of a text's rows points where the teacher's vector of the text points: the loss is 1 - cosine, the method Adam
/// (Kingma and Ba 2015) on the rows that a batch touches.
/// </summary>
internal sealed class Training
{
    private const int Epochs = 2;
    private const int BatchSize = 1024;
    private const int WarmUpSteps = 100;
    private const double HighestRate = 3e-3;
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;
    private const float Epsilon = 1e-8f;

    private readonly Matrix _rows;
    private readonly Matrix _gradient;
    private readonly Matrix _first;
    private readonly Matrix _second;
    private readonly bool[] _isTouched;
    private readonly List<int> _touched = [];

    private Training(Matrix rows)
    {
        _rows = rows;
        (_gradient, _first, _second) = (new(rows.Rows, rows.Columns), new(rows.Rows, rows.Columns), new(rows.Rows, rows.Columns));
        _isTouched = new bool[rows.Rows];
    }

    /// <param name="rows">The table; its rows are changed in place.</param>
    /// <param name="texts">Rows of each text.</param>
    /// <param name="targets">Unit vector of each text.</param>
    /// <param name="draws">The texts of an epoch, with repetitions.</param>
    /// <param name="random">Shuffles the texts.</param>
    /// <param name="progress">Told the steps done, the steps in all and the mean loss since it was last told.</param>
    public static void Run(Matrix rows, RowLists texts, Matrix targets, IReadOnlyList<int> draws, Random random, Action<int, int, double> progress)
    {
        var training = new Training(rows);
        var usable = draws.Where(text => texts[text].Length > 0).ToArray();
        var stepsAnEpoch = (usable.Length + BatchSize - 1) / BatchSize;
        var steps = Epochs * stepsAnEpoch;
        var (step, loss) = (0, 0.0);
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(usable);
            foreach (var batch in usable.Chunk(BatchSize))
            {
                loss += training.Step(batch, texts, targets, ++step, steps);
                if (step % WarmUpSteps == 0 || step == steps)
                {
                    progress(step, steps, loss / (((step - 1) % WarmUpSteps) + 1));
                    loss = 0;
                }
            }
        }
    }

    private double Step(int[] batch, RowLists texts, Matrix targets, int step, int steps)
    {
        var loss = 0.0;
        Span<float> sum = stackalloc float[_rows.Columns];
        foreach (var text in batch)
        {
            sum.Clear();
            foreach (var row in texts[text])
                FixedOrder.AddScaled(_rows[row], 1, sum);
            var norm = FixedOrder.Norm(sum);
            if (norm == 0)
                continue;
            var cosine = FixedOrder.Dot(sum, targets[text]) / norm;
            loss += 1 - cosine;

            // d(1 - cosine)/dsum = -(target - cosine * sum/|sum|) / |sum|, the same for each of the rows.
            var scale = 1 / (norm * batch.Length);
            Matrix.Scale(sum, cosine / norm * scale);
            FixedOrder.AddScaled(targets[text], -scale, sum);
            foreach (var row in texts[text])
            {
                if (!_isTouched[row])
                    (_isTouched[row], _) = (true, Touch(row));
                FixedOrder.AddScaled(sum, 1, _gradient[row]);
            }
        }

        // A linear rise, then a linear fall to zero.
        var rate = HighestRate * Math.Min(1, step / (double)WarmUpSteps) * (1 - ((step - 1) / (double)steps));
        var stepSize = (float)(rate * Math.Sqrt(1 - Math.Pow(Beta2, step)) / (1 - Math.Pow(Beta1, step)));
        foreach (var row in _touched)
        {
            Adam(_rows[row], _gradient[row], _first[row], _second[row], stepSize);
            _gradient[row].Clear();
            _isTouched[row] = false;
        }

        _touched.Clear();
        return loss / batch.Length;
    }

    private int Touch(int row)
    {
        _touched.Add(row);
        return row;
    }

    private static void Adam(Span<float> values, ReadOnlySpan<float> gradient, Span<float> first, Span<float> second, float stepSize)
    {
        for (var i = 0; i < values.Length; i += Vector256<float>.Count)
        {
            var g = Vector256.Create(gradient[i..]);
            var m = (Vector256.Create<float>(first[i..]) * (float)Beta1) + (g * (float)(1 - Beta1));
            var v = (Vector256.Create<float>(second[i..]) * (float)Beta2) + (g * g * (float)(1 - Beta2));
            m.CopyTo(first[i..]);
            v.CopyTo(second[i..]);
            (Vector256.Create<float>(values[i..]) - (m * stepSize / (Vector256.Sqrt(v) + Vector256.Create(Epsilon)))).CopyTo(values[i..]);
        }
    }
}
