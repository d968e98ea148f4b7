using System.Runtime.InteropServices;
using Microsoft.ML.OnnxRuntime.Native;

namespace Microsoft.ML.OnnxRuntime;

/// <summary>How one run, or several, of a session behave.</summary>
public unsafe class RunOptions : SafeHandle
{
    private bool _terminate;

    public RunOptions()
        : base(0, ownsHandle: true)
    {
        nint options;
        OrtApi.Check(OrtApi.CreateRunOptions(&options));
        SetHandle(options);
    }

    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <summary>Set from another thread, it ends the runs that use these options: they throw. They may run again once it is reset.</summary>
    public bool Terminate
    {
        get => _terminate;
        set
        {
            if (_terminate == value)
                return;
            using var self = new HandleLease(this);
            OrtApi.Check(value ? OrtApi.RunOptionsSetTerminate(self.Value) : OrtApi.RunOptionsUnsetTerminate(self.Value));
            _terminate = value;
        }
    }

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        OrtApi.ReleaseRunOptions(handle);
        return true;
    }
}
