using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace InterviewService.Questions;

/// <summary>
/// Numbers that depend on the seed alone, on every machine and in every version of .NET, which <see cref="Random"/> does not promise: SplitMix64
/// (Steele, Lea and Flood 2014), started from a SHA-256 of the seed.
/// </summary>
internal sealed class SeededRandom
{
    private ulong _state;

    public SeededRandom(params IEnumerable<string> seed)
    {
        // Lengths stand before the parts, so that ("ab", "c") and ("a", "bc") differ.
        var text = string.Concat(seed.Select(part => $"{part.Length}:{part}"));
        _state = BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>0 to <paramref name="bound"/> - 1, each as likely as the others but for 1 part in 2^32.</summary>
    public int Below(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        return (int)(((Next() >> 32) * (ulong)bound) >> 32);
    }

    /// <summary>All items in a random order.</summary>
    public T[] Shuffle<T>(IEnumerable<T> items)
    {
        T[] shuffled = [.. items];
        for (var i = shuffled.Length - 1; i > 0; i--)
        {
            var other = Below(i + 1);
            (shuffled[i], shuffled[other]) = (shuffled[other], shuffled[i]);
        }

        return shuffled;
    }

    private ulong Next()
    {
        unchecked
        {
            var mixed = _state += 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
