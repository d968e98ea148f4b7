using System.Net;
using System.Net.Sockets;

namespace Aspire.Hosting.Running;

/// <summary>One port in front of several replicas: each connection goes to the next of them that takes it.</summary>
sealed class TcpProxy : IAsyncDisposable
{
    readonly IReadOnlyList<int> _targets;
    readonly List<Socket> _listeners = [];
    readonly CancellationTokenSource _stopping = new();
    readonly List<Task> _accepting;
    int _next = -1;

    /// <summary>Listens at once; <paramref name="host"/> is an address, or a name that means loopback in both address families.</summary>
    public TcpProxy(string host, int port, IReadOnlyList<int> targets)
    {
        _targets = targets;
        foreach (var address in Addresses(host))
        {
            var listener = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            listener.Bind(new IPEndPoint(address, port));
            listener.Listen(512);
            _listeners.Add(listener);
        }
        _accepting = [.. _listeners.Select(AcceptAsync)];
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        foreach (var listener in _listeners)
            listener.Dispose();
        await Task.WhenAll(_accepting);
        _stopping.Dispose();
    }

    static IEnumerable<IPAddress> Addresses(string host)
    {
        if (IPAddress.TryParse(host, out var address))
            return [address];
        return Socket.OSSupportsIPv6 ? [IPAddress.Loopback, IPAddress.IPv6Loopback] : [IPAddress.Loopback];
    }

    async Task AcceptAsync(Socket listener)
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                var client = await listener.AcceptAsync(_stopping.Token);
                _ = ServeAsync(client, _stopping.Token);
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // The client left before it was accepted, or sockets ran out for a moment.
                await Task.Delay(10, CancellationToken.None);
            }
        }
    }

    async Task ServeAsync(Socket client, CancellationToken cancellationToken)
    {
        using (client)
        {
            try
            {
                using var target = await ConnectAsync(cancellationToken);
                if (target is null)
                    return;
                client.NoDelay = true;
                target.NoDelay = true;
                await Task.WhenAll(CopyAsync(client, target, cancellationToken), CopyAsync(target, client, cancellationToken));
            }
            catch (Exception exception) when (exception is SocketException or ObjectDisposedException or OperationCanceledException)
            {
                // The client left while a replica was being looked for.
            }
        }
    }

    async Task<Socket?> ConnectAsync(CancellationToken cancellationToken)
    {
        var first = (uint)Interlocked.Increment(ref _next);
        for (var i = 0u; i < _targets.Count; i++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, _targets[(int)((first + i) % (uint)_targets.Count)], cancellationToken);
                return socket;
            }
            catch (SocketException)
            {
                // That replica is down or starting; the next one may not be.
                socket.Dispose();
            }
        }
        return null;
    }

    static async Task CopyAsync(Socket from, Socket to, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            int count;
            while ((count = await from.ReceiveAsync(buffer, cancellationToken)) > 0)
            {
                for (var sent = 0; sent < count;)
                    sent += await to.SendAsync(buffer.AsMemory(sent, count - sent), cancellationToken);
            }
            to.Shutdown(SocketShutdown.Send);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The other direction may be waiting for a peer that will never know: it ends here too.
            from.Dispose();
            to.Dispose();
        }
    }
}
