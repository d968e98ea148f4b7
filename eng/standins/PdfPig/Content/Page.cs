namespace UglyToad.PdfPig.Content;

public class Page
{
    internal Page(int number, double width, double height, IReadOnlyList<Letter> letters)
    {
        Number = number;
        Width = width;
        Height = height;
        Letters = letters;
    }

    /// <summary>1-based.</summary>
    public int Number { get; }

    /// <summary>In points.</summary>
    public double Width { get; }

    /// <summary>In points.</summary>
    public double Height { get; }

    /// <summary>In the order in which the file draws them.</summary>
    public IReadOnlyList<Letter> Letters { get; }

    public string Text => string.Concat(Letters.Select(letter => letter.Value));
}
