using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Testing.Documents;

/// <summary>Turns a PDF with text into what a scanner would have made of it: pages that are pictures only.</summary>
public static class ScannedPdf
{
    /// <summary>True when poppler's <c>pdftoppm</c> is installed, which draws the pages.</summary>
    public static bool CanScan => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, "pdftoppm")));

    /// <summary>Draws the pages of <paramref name="pdf"/> in grey at <paramref name="dotsPerInch"/> and binds the pictures as a PDF.</summary>
    public static byte[] Of(byte[] pdf, int dotsPerInch = 150)
    {
        ArgumentNullException.ThrowIfNull(pdf);
        var start = new ProcessStartInfo("pdftoppm", ["-gray", "-r", dotsPerInch.ToString(CultureInfo.InvariantCulture), "-"])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("pdftoppm did not start.");
        using var pictures = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(pictures);
        process.StandardInput.BaseStream.Write(pdf);
        process.StandardInput.Close();
        if (!reading.Wait(TimeSpan.FromSeconds(30)))
        {
            process.Kill();
            throw new TimeoutException("pdftoppm took more than 30 s.");
        }

        process.WaitForExit();
        var document = new PdfBuilder();
        foreach (var image in ReadGraymaps(pictures.ToArray()))
            document.Page(page => page.Image(image), image.Width * 72.0 / dotsPerInch, image.Height * 72.0 / dotsPerInch);
        return document.Build();
    }

    /// <summary>Binary PGM pictures one behind the other: <c>P5 width height 255</c>, one white space, the pixels.</summary>
    private static IEnumerable<GrayImage> ReadGraymaps(byte[] bytes)
    {
        var position = 0;
        string NextToken()
        {
            while (char.IsWhiteSpace((char)bytes[position]))
                position++;
            var start = position;
            while (!char.IsWhiteSpace((char)bytes[position]))
                position++;
            return Encoding.ASCII.GetString(bytes, start, position - start);
        }

        while (position < bytes.Length)
        {
            if (NextToken() != "P5")
                throw new InvalidDataException("Not a binary PGM picture.");
            var width = int.Parse(NextToken(), CultureInfo.InvariantCulture);
            var height = int.Parse(NextToken(), CultureInfo.InvariantCulture);
            _ = NextToken();
            position++;
            yield return new GrayImage(width, height, bytes[position..(position + (width * height))]);
            position += width * height;
        }
    }
}
