using System.Runtime.InteropServices;
using System.Text;
using Microsoft.ML.OnnxRuntime.Native;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>How a session loads and runs its model. Read when the session is made; may be disposed after that.</summary>
public unsafe class SessionOptions : SafeHandle
{
    private bool _enableMemoryPattern = true;
    private bool _enableCpuMemArena = true;
    private OrtLoggingLevel _logSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING;
    private int _intraOpNumThreads;
    private int _interOpNumThreads;
    private GraphOptimizationLevel _graphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL;
    private ExecutionMode _executionMode = ExecutionMode.ORT_SEQUENTIAL;

    public SessionOptions()
        : base(0, ownsHandle: true)
    {
        nint options;
        OrtApi.Check(OrtApi.CreateSessionOptions(&options));
        SetHandle(options);
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <summary>Plans memory ahead for inputs of a shape seen before.</summary>
    public bool EnableMemoryPattern
    {
        get => _enableMemoryPattern;
        set
        {
            using var self = new HandleLease(this);
            OrtApi.Check(value ? OrtApi.EnableMemPattern(self.Value) : OrtApi.DisableMemPattern(self.Value));
            _enableMemoryPattern = value;
        }
    }

    /// <summary>Keeps freed memory for later runs.</summary>
    public bool EnableCpuMemArena
    {
        get => _enableCpuMemArena;
        set
        {
            using var self = new HandleLease(this);
            OrtApi.Check(value ? OrtApi.EnableCpuMemArena(self.Value) : OrtApi.DisableCpuMemArena(self.Value));
            _enableCpuMemArena = value;
        }
    }

    /// <summary>Least severe message that is written.</summary>
    public OrtLoggingLevel LogSeverityLevel
    {
        get => _logSeverityLevel;
        set => Set(OrtApi.SetSessionLogSeverityLevel, (int)value, ref _logSeverityLevel, value);
    }

    /// <summary>Threads inside one operator; 0 for one per physical core.</summary>
    public int IntraOpNumThreads
    {
        get => _intraOpNumThreads;
        set => Set(OrtApi.SetIntraOpNumThreads, value, ref _intraOpNumThreads, value);
    }

    /// <summary>Threads over operators, with <see cref="ExecutionMode.ORT_PARALLEL"/>; 0 for one per physical core.</summary>
    public int InterOpNumThreads
    {
        get => _interOpNumThreads;
        set => Set(OrtApi.SetInterOpNumThreads, value, ref _interOpNumThreads, value);
    }

    public GraphOptimizationLevel GraphOptimizationLevel
    {
        get => _graphOptimizationLevel;
        set => Set(OrtApi.SetSessionGraphOptimizationLevel, (int)value, ref _graphOptimizationLevel, value);
    }

    public ExecutionMode ExecutionMode
    {
        get => _executionMode;
        set => Set(OrtApi.SetSessionExecutionMode, (int)value, ref _executionMode, value);
    }

    /// <summary>Sets one of the library's named options.</summary>
    /// <exception cref="OnnxRuntimeException">The key or the value is refused.</exception>
    public void AddSessionConfigEntry(string configKey, string configValue)
    {
        ArgumentNullException.ThrowIfNull(configKey);
        ArgumentNullException.ThrowIfNull(configValue);
        using var self = new HandleLease(this);
        fixed (byte* key = Utf8(configKey), value = Utf8(configValue))
            OrtApi.Check(OrtApi.AddSessionConfigEntry(self.Value, key, value));
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        OrtApi.ReleaseSessionOptions(handle);
        return true;
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text + '\0');

    private void Set<T>(delegate* unmanaged<nint, int, nint> set, int native, ref T field, T value)
    {
        using var self = new HandleLease(this);
        OrtApi.Check(set(self.Value, native));
        field = value;
    }
}
