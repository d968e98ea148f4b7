using System.Net;
using System.Net.Sockets;

namespace Gateway.Edge;

/// <summary>Who calls, as limits count them. The address is the connection's, or that of <c>X-Forwarded-For</c> from a trusted proxy alone.</summary>
internal static class ClientNetwork
{
    /// <summary>An IPv4 address as it is; of an IPv6 address its /64, which whoever has one of them has whole.</summary>
    public static string Of(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };
}
