using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace AppHost.Resources;

/// <summary>Finds ports on this machine that nobody listens on.</summary>
internal static class LocalPort
{
    // Below the kernel's range for outgoing connections, so that a port kept for the next start is not lent out meanwhile.
    const int First = 20000;
    const int Last = 32000;

    public static bool IsFree(int port) => CanBind(IPAddress.Any, port) && (!Socket.OSSupportsIPv6 || CanBind(IPAddress.IPv6Loopback, port));

    /// <summary>The port itself when it is free, else any other.</summary>
    public static int Prefer(int port)
    {
        for (var attempt = 0; attempt < 1000 && !IsFree(port); attempt++)
            port = RandomNumberGenerator.GetInt32(First, Last);
        return port;
    }

    public static int Any() => Prefer(RandomNumberGenerator.GetInt32(First, Last));

    static bool CanBind(IPAddress address, int port)
    {
        using var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(address, port));
            return true;
        }
        catch (SocketException exception)
        {
            return exception.SocketErrorCode == SocketError.AddressNotAvailable;
        }
    }
}
