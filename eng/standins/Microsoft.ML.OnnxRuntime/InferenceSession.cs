using System.Runtime.InteropServices;
using System.Text;
using Microsoft.ML.OnnxRuntime.Native;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>A loaded model. Several threads may run it at once.</summary>
public unsafe class InferenceSession : IDisposable
{
    private readonly SessionHandle _session;
    private readonly List<string> _inputNames = [];
    private readonly List<string> _outputNames = [];
    private readonly Dictionary<string, NodeMetadata> _inputs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NodeMetadata> _outputs = new(StringComparer.Ordinal);

    /// <summary>Loads a model from a file.</summary>
    /// <exception cref="OnnxRuntimeException">There is no such file, or it is no model that can run here.</exception>
    public InferenceSession(string modelPath)
    {
        using var options = new SessionOptions();
        _session = Load(modelPath, options);
        Describe();
    }

    /// <inheritdoc cref="InferenceSession(string)"/>
    public InferenceSession(string modelPath, SessionOptions options)
    {
        _session = Load(modelPath, options);
        Describe();
    }

    /// <summary>Loads a model from memory, which is not used any more afterwards.</summary>
    /// <exception cref="OnnxRuntimeException">It is no model that can run here.</exception>
    public InferenceSession(byte[] model)
    {
        using var options = new SessionOptions();
        _session = Load(model, options);
        Describe();
    }

    /// <inheritdoc cref="InferenceSession(byte[])"/>
    public InferenceSession(byte[] model, SessionOptions options)
    {
        _session = Load(model, options);
        Describe();
    }

    public IReadOnlyDictionary<string, NodeMetadata> InputMetadata => _inputs;

    public IReadOnlyList<string> InputNames => _inputNames;

    public IReadOnlyDictionary<string, NodeMetadata> OutputMetadata => _outputs;

    public IReadOnlyList<string> OutputNames => _outputNames;

    /// <summary>Runs the model.</summary>
    /// <returns>The outputs named, in that order; to be disposed of.</returns>
    /// <exception cref="ArgumentException">Names and values are not equally many.</exception>
    /// <exception cref="OnnxRuntimeException">An input or output is not the model's, or the run failed or was terminated.</exception>
    public IDisposableReadOnlyCollection<OrtValue> Run(
        RunOptions runOptions, IReadOnlyCollection<string> inputNames, IReadOnlyCollection<OrtValue> inputValues, IReadOnlyCollection<string> outputNames)
    {
        ArgumentNullException.ThrowIfNull(outputNames);
        var results = new nint[outputNames.Count];
        RunNative(runOptions, inputNames, inputValues, outputNames, results);
        return new DisposableValues(Array.ConvertAll(results, result => new OrtValue(new ValueHandle(result))));
    }

    /// <inheritdoc cref="Run(RunOptions, IReadOnlyCollection{string}, IReadOnlyCollection{OrtValue}, IReadOnlyCollection{string})"/>
    public IDisposableReadOnlyCollection<OrtValue> Run(
        RunOptions runOptions, IReadOnlyDictionary<string, OrtValue> inputs, IReadOnlyCollection<string> outputNames)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return Run(runOptions, [.. inputs.Keys], [.. inputs.Values], outputNames);
    }

    /// <summary>Runs the model into tensors that are there already, of the outputs' type and shape.</summary>
    /// <exception cref="ArgumentException">Names and values are not equally many.</exception>
    /// <exception cref="OnnxRuntimeException">An input or output is not the model's, or the run failed or was terminated.</exception>
    public void Run(
        RunOptions runOptions,
        IReadOnlyCollection<string> inputNames,
        IReadOnlyCollection<OrtValue> inputValues,
        IReadOnlyCollection<string> outputNames,
        IReadOnlyCollection<OrtValue> outputValues)
    {
        ArgumentNullException.ThrowIfNull(outputNames);
        ArgumentNullException.ThrowIfNull(outputValues);
        if (outputNames.Count != outputValues.Count)
            throw new ArgumentException($"{outputNames.Count} names of outputs with {outputValues.Count} values.", nameof(outputValues));

        using var outputs = new HandleLeases(outputValues);
        RunNative(runOptions, inputNames, inputValues, outputNames, outputs.Values);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            _session.Dispose();
    }

    private static SessionHandle Load(string path, SessionOptions options)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(options);
        using var lease = new HandleLease(options);
        nint session;
        // The one string of the API that is UTF-16 on Windows.
        fixed (byte* file = (OperatingSystem.IsWindows() ? Encoding.Unicode : Encoding.UTF8).GetBytes(path + '\0'))
            OrtApi.Check(OrtApi.CreateSession(OrtApi.Environment, file, lease.Value, &session));
        return new SessionHandle(session);
    }

    private static SessionHandle Load(byte[] model, SessionOptions options)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        using var lease = new HandleLease(options);
        nint session;
        fixed (byte* data = model)
            OrtApi.Check(OrtApi.CreateSessionFromArray(OrtApi.Environment, data, (nuint)model.Length, lease.Value, &session));
        return new SessionHandle(session);
    }

    private void Describe()
    {
        try
        {
            Describe(OrtApi.SessionGetInputCount, OrtApi.SessionGetInputName, OrtApi.SessionGetInputTypeInfo, _inputNames, _inputs);
            Describe(OrtApi.SessionGetOutputCount, OrtApi.SessionGetOutputName, OrtApi.SessionGetOutputTypeInfo, _outputNames, _outputs);
        }
        catch
        {
            _session.Dispose();
            throw;
        }
    }

    private void Describe(
        delegate* unmanaged<nint, nuint*, nint> getCount,
        delegate* unmanaged<nint, nuint, nint, byte**, nint> getName,
        delegate* unmanaged<nint, nuint, nint*, nint> getType,
        List<string> names,
        Dictionary<string, NodeMetadata> nodes)
    {
        using var session = new HandleLease(_session);
        nuint count;
        OrtApi.Check(getCount(session.Value, &count));
        for (nuint i = 0; i < count; i++)
        {
            byte* text;
            OrtApi.Check(getName(session.Value, i, OrtApi.Allocator, &text));
            var name = Marshal.PtrToStringUTF8((nint)text) ?? "";
            OrtApi.Check(OrtApi.AllocatorFree(OrtApi.Allocator, text));

            nint info;
            OrtApi.Check(getType(session.Value, i, &info));
            try
            {
                nodes.Add(name, new NodeMetadata(info));
                names.Add(name);
            }
            finally
            {
                OrtApi.ReleaseTypeInfo(info);
            }
        }
    }

    private void RunNative(
        RunOptions runOptions, IReadOnlyCollection<string> inputNames, IReadOnlyCollection<OrtValue> inputValues, IReadOnlyCollection<string> outputNames, nint[] results)
    {
        ArgumentNullException.ThrowIfNull(runOptions);
        ArgumentNullException.ThrowIfNull(inputNames);
        ArgumentNullException.ThrowIfNull(inputValues);
        if (inputNames.Count != inputValues.Count)
            throw new ArgumentException($"{inputNames.Count} names of inputs with {inputValues.Count} values.", nameof(inputValues));

        using var session = new HandleLease(_session);
        using var options = new HandleLease(runOptions);
        using var inputs = new HandleLeases(inputValues);
        using var inputTexts = new NativeStrings(inputNames);
        using var outputTexts = new NativeStrings(outputNames);
        fixed (nint* inputPointers = inputs.Values, outputPointers = results, inputNamePointers = inputTexts.Pointers, outputNamePointers = outputTexts.Pointers)
        {
            OrtApi.Check(OrtApi.Run(
                session.Value, options.Value, inputNamePointers, inputPointers, (nuint)inputNames.Count, outputNamePointers, (nuint)outputNames.Count, outputPointers));
        }
    }

    /// <summary>Keeps the values of a run from being released while it lasts.</summary>
    private readonly struct HandleLeases : IDisposable
    {
        private readonly List<ValueHandle> _leased;

        public HandleLeases(IReadOnlyCollection<OrtValue> values)
        {
            _leased = new List<ValueHandle>(values.Count);
            Values = new nint[values.Count];
            try
            {
                foreach (var value in values)
                {
                    var added = false;
                    value.Handle.DangerousAddRef(ref added);
                    Values[_leased.Count] = value.Handle.DangerousGetHandle();
                    _leased.Add(value.Handle);
                }
            }
            catch
            {
                Dispose();
                throw;
            }
        }

        public nint[] Values { get; }

        public void Dispose()
        {
            foreach (var handle in _leased)
                handle.DangerousRelease();
        }
    }

    /// <summary>Zero-terminated UTF-8 in native memory.</summary>
    private readonly struct NativeStrings : IDisposable
    {
        public NativeStrings(IReadOnlyCollection<string> texts)
        {
            Pointers = new nint[texts.Count];
            var i = 0;
            foreach (var text in texts)
                Pointers[i++] = Marshal.StringToCoTaskMemUTF8(text);
        }

        public nint[] Pointers { get; }

        public void Dispose()
        {
            foreach (var pointer in Pointers)
                Marshal.FreeCoTaskMem(pointer);
        }
    }
}
