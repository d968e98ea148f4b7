using System.Collections.Concurrent;

namespace Aspire.Hosting.Running;

/// <summary>Writes the lines of all processes to the console, each with its resource's name in front and no secret in it.</summary>
sealed class ResourceOutput
{
    // The six ANSI colours that are readable on light and dark grounds alike, in turn.
    static readonly int[] _colours = [36, 32, 33, 35, 34, 31];

    readonly ConcurrentDictionary<string, int> _colourOf = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<string, byte> _secrets = new(StringComparer.Ordinal);
    readonly TextWriter _writer;
    readonly bool _colour;
    int _width;

    public ResourceOutput()
        : this(Console.Out, !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("NO_COLOR") is null or "")
    {
    }

    public ResourceOutput(TextWriter writer, bool colour)
    {
        _writer = writer;
        _colour = colour;
    }

    /// <summary>Replaces a value by *** wherever it turns up from now on. Values too short to be secrets would only garble the output.</summary>
    public void Hide(string secret)
    {
        if (secret.Length >= 8)
            _secrets[secret] = 0;
    }

    /// <summary>Makes room for a name, so that the lines of all resources start in one column.</summary>
    public void Reserve(string name) => _width = Math.Max(_width, name.Length);

    public string WithoutSecrets(string line)
    {
        foreach (var secret in _secrets.Keys)
            line = line.Replace(secret, "***", StringComparison.Ordinal);
        return line;
    }

    public void Write(string name, string line)
    {
        var label = name.PadRight(_width);
        if (_colour)
        {
            var colour = _colourOf.GetOrAdd(name, _ => _colours[_colourOf.Count % _colours.Length]);
            label = $"\e[{colour}m{label}\e[0m";
        }
        // One call a line: the console's writer is synchronised, so lines of two processes never mix.
        _writer.WriteLine($"{label} | {WithoutSecrets(line)}");
    }
}
