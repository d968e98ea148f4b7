using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Shouldly;
using Testing.Models;
using Xunit;

namespace StandIns.Tests;

/// <summary>What the platform takes from Microsoft.ML.OnnxRuntime, on the C API.</summary>
public sealed class OnnxRuntimeTests
{
    private static readonly byte[] Sum = new OnnxFile()
        .FloatInput("left", "rows", "2").FloatInput("right", "rows", "2").FloatOutput("sum", "rows", "2").Node("Add", "left right", "sum").Build();

    [Fact]
    public void A_model_says_what_it_takes_and_answers()
    {
        using var session = new InferenceSession(Sum);

        session.InputNames.ShouldBe(["left", "right"]);
        session.OutputNames.ShouldBe(["sum"]);
        var left = session.InputMetadata["left"];
        left.IsTensor.ShouldBeTrue();
        left.OnnxValueType.ShouldBe(OnnxValueType.ONNX_TYPE_TENSOR);
        left.ElementDataType.ShouldBe(TensorElementType.Float);
        left.ElementType.ShouldBe(typeof(float));
        left.Dimensions.ShouldBe([-1, 2]);
        left.SymbolicDimensions.ShouldBe(["rows", ""]);
        session.OutputMetadata["sum"].Dimensions.ShouldBe([-1, 2]);
    }

    [Fact]
    public void A_run_answers_new_values()
    {
        using var session = new InferenceSession(Sum);
        using var options = new RunOptions();
        using var left = OrtValue.CreateTensorValueFromMemory(new float[] { 1, 2, 3, 4, 99 }, [2, 2]);
        using var right = OrtValue.CreateTensorValueFromMemory(new float[] { 10, 20, 30, 40 }, [2, 2]);

        using var outputs = session.Run(options, new Dictionary<string, OrtValue> { ["right"] = right, ["left"] = left }, session.OutputNames);

        outputs.Count.ShouldBe(1);
        outputs[0].IsTensor.ShouldBeTrue();
        outputs[0].GetTensorDataAsSpan<float>().ToArray().ShouldBe([11, 22, 33, 44]);
        var shape = outputs[0].GetTensorTypeAndShape();
        shape.Shape.ShouldBe([2, 2]);
        shape.ElementCount.ShouldBe(4);
        shape.ElementDataType.ShouldBe(TensorElementType.Float);
        Should.Throw<OnnxRuntimeException>(() => outputs[0].GetTensorDataAsSpan<long>().Length);
    }

    [Fact]
    public void A_run_writes_into_memory_that_is_there()
    {
        using var session = new InferenceSession(Sum);
        using var options = new RunOptions();
        var memory = new float[8];
        using var left = OrtValue.CreateTensorValueFromMemory(new float[] { 1, 2 }, [1, 2]);
        using var sum = OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, memory.AsMemory(3, 2), [1, 2]);

        session.Run(options, ["left", "right"], [left, left], ["sum"], [sum]);

        memory.ShouldBe([0, 0, 0, 2, 4, 0, 0, 0]);
    }

    [Fact]
    public void A_model_is_read_from_a_file_with_settings()
    {
        var folder = Directory.CreateTempSubdirectory("onnx-ünïcode").FullName;
        try
        {
            var file = Path.Combine(folder, "sum.onnx");
            File.WriteAllBytes(file, Sum);
            using var settings = new SessionOptions
            {
                IntraOpNumThreads = 1,
                InterOpNumThreads = 1,
                ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
                GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_BASIC,
                EnableCpuMemArena = false,
                EnableMemoryPattern = false,
                LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
            };
            settings.AddSessionConfigEntry("session.intra_op.allow_spinning", "0");

            using var session = new InferenceSession(file, settings);

            settings.IntraOpNumThreads.ShouldBe(1);
            session.InputNames.Count.ShouldBe(2);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Errors_of_the_library_are_exceptions()
    {
        using var session = new InferenceSession(Sum);
        using var options = new RunOptions();
        using var left = OrtValue.CreateTensorValueFromMemory(new float[] { 1, 2 }, [1, 2]);
        using var wide = OrtValue.CreateTensorValueFromMemory(new float[] { 1, 2, 3 }, [1, 3]);

        Should.Throw<OnnxRuntimeException>(() => new InferenceSession("/nowhere/model.onnx")).Message.ShouldStartWith("[ErrorCode:NoSuchFile]");
        Should.Throw<OnnxRuntimeException>(() => new InferenceSession(Sum[..20])).Message.ShouldStartWith("[ErrorCode:");
        Should.Throw<OnnxRuntimeException>(() => session.Run(options, ["left", "right"], [left, wide], ["sum"]));
        Should.Throw<OnnxRuntimeException>(() => session.Run(options, ["left", "other"], [left, left], ["sum"]));
        Should.Throw<ArgumentException>(() => session.Run(options, ["left"], [left, left], ["sum"]));
        Should.Throw<OnnxRuntimeException>(() => OrtValue.CreateTensorValueFromMemory(new float[] { 1 }, [1, 2]));
        Should.Throw<OnnxRuntimeException>(() => OrtValue.CreateTensorValueFromMemory(new[] { 'a' }, [1]));
    }

    [Fact]
    public void A_run_whose_options_say_so_is_ended_and_may_run_again()
    {
        using var session = new InferenceSession(Sum);
        using var options = new RunOptions { Terminate = true };
        using var left = OrtValue.CreateTensorValueFromMemory(new float[] { 1, 2 }, [1, 2]);

        Should.Throw<OnnxRuntimeException>(() => session.Run(options, ["left", "right"], [left, left], ["sum"]));
        options.Terminate = false;
        using var outputs = session.Run(options, ["left", "right"], [left, left], ["sum"]);

        outputs[0].GetTensorDataAsSpan<float>().ToArray().ShouldBe([2, 4]);
    }

    [Fact]
    public void What_is_disposed_of_cannot_be_used()
    {
        var session = new InferenceSession(Sum);
        using var options = new RunOptions();
        var left = OrtValue.CreateTensorValueFromMemory(new float[] { 1, 2 }, [1, 2]);
        left.Dispose();
        left.Dispose();
        Should.Throw<ObjectDisposedException>(() => session.Run(options, ["left", "right"], [left, left], ["sum"]));

        session.Dispose();
        using var other = OrtValue.CreateTensorValueFromMemory(new float[] { 1, 2 }, [1, 2]);
        Should.Throw<ObjectDisposedException>(() => session.Run(options, ["left", "right"], [other, other], ["sum"]));
    }

    [Fact]
    public void Many_runs_leave_no_memory_behind()
    {
        if (!OperatingSystem.IsLinux())
            return;
        Run(times: 200);
        var before = Resident();

        Run(times: 2000);

        // 16 MB a run would be 32 GB: what grows is far below, whatever the allocator keeps for later.
        (Resident() - before).ShouldBeLessThan(400L << 20);

        static void Run(int times)
        {
            var memory = new float[1 << 20];
            for (var i = 0; i < times; i += 100)
            {
                using var session = new InferenceSession(Sum);
                for (var run = 0; run < 100; run++)
                {
                    using var options = new RunOptions();
                    using var left = OrtValue.CreateTensorValueFromMemory(memory, [memory.Length / 2, 2]);
                    using var outputs = session.Run(options, ["left", "right"], [left, left], ["sum"]);
                }
            }
        }

        static long Resident() => long.Parse(File.ReadAllText("/proc/self/statm").Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture) * Environment.SystemPageSize;
    }

    [Fact]
    public void Threads_share_a_session()
    {
        using var session = new InferenceSession(Sum);

        var sums = Enumerable.Range(0, 64).AsParallel().AsOrdered().Select(number =>
        {
            using var options = new RunOptions();
            using var left = OrtValue.CreateTensorValueFromMemory(new float[] { number, number }, [1, 2]);
            using var outputs = session.Run(options, ["left", "right"], [left, left], ["sum"]);
            return outputs[0].GetTensorDataAsSpan<float>()[0];
        }).ToArray();

        sums.ShouldBe(Enumerable.Range(0, 64).Select(number => number * 2f));
    }
}
