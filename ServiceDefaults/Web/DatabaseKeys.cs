using System.Xml.Linq;
using Dapper;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace ServiceDefaults.Web;

/// <summary>Data protection keys in the service's database (table <c>data_protection_keys</c>): replicas share them, and a restart keeps open pages good.</summary>
internal sealed class DatabaseKeys(NpgsqlDataSource database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var connection = database.OpenConnection();
        return [.. connection.Query<string>("SELECT xml FROM data_protection_keys ORDER BY created_at, name").Select(xml => XElement.Parse(xml))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        using var connection = database.OpenConnection();
        connection.Execute(
            "INSERT INTO data_protection_keys (name, xml) VALUES (@friendlyName, @Xml) ON CONFLICT (name) DO UPDATE SET xml = excluded.xml",
            new { friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting) });
    }
}
