namespace ServiceDefaults.Pdf;

/// <summary>Makes a PDF from a page of HTML and CSS: tagged, text selectable in reading order, fonts embedded, links clickable.</summary>
public interface IPdfRenderer
{
    /// <summary>Renders one document. The page gets no network, no files and no scripts: what it shows stands in <paramref name="html"/>, pictures and fonts as <c>data:</c>.</summary>
    /// <param name="html">A whole document. Text from people and models must be encoded already.</param>
    /// <param name="options">Paper, title and language.</param>
    /// <param name="cancellationToken">Gives up waiting; a render under way ends with it.</param>
    /// <exception cref="PdfUnavailableException">The program that renders is missing, does not start or died twice. Routes answer 503.</exception>
    /// <exception cref="TimeoutException">The document took longer than the time limit, waiting for a place included.</exception>
    Task<byte[]> RenderAsync(string html, PdfOptions options, CancellationToken cancellationToken);
}
