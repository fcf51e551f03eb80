using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Shouldly;

namespace Katas.Tests;

/// <summary>
/// An HTTP server on this machine, at a port that the operating system picks. It keeps each request
/// waiting until so many are in flight, or no more can come: no clock says whether they overlap.
/// </summary>
sealed class WebServer : IAsyncDisposable
{
    const int PatienceSeconds = 5;

    readonly object _gate = new();
    readonly HashSet<string> _connections = [];
    readonly List<TaskCompletionSource> _waiting = [];
    readonly List<(int Count, TaskCompletionSource Reached)> _watchers = [];
    readonly CancellationTokenSource _closing = new();
    readonly int _meeting, _requests;
    readonly WebApplication _app;
    int _inFlight;

    WebServer(int meeting, int requests)
    {
        (_meeting, _requests) = (meeting, requests);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _app = builder.Build();
        _app.Run(Answer);
    }

    /// <param name="meeting">How many have to be in flight before the server answers.</param>
    /// <param name="requests">How many will come: the last ones wait for nobody.</param>
    internal static async Task<WebServer> Start(int meeting, int requests)
    {
        var server = new WebServer(meeting, requests);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>"http://127.0.0.1:41237"</summary>
    internal string Root => _app.Urls.First();

    internal int Begun { get; private set; }

    internal int MostInFlight { get; private set; }

    internal int Connections => _connections.Count;

    /// <summary>Of the pages 1, 2, 3, ...</summary>
    internal string[] Addresses(int count) =>
        [.. Enumerable.Range(1, count).Select(i => $"{Root}/{i}")];

    /// <summary>Complete when exactly so many are in flight.</summary>
    internal Task<int> InFlight(int count)
    {
        lock (_gate)
        {
            if (_inFlight == count) return Task.FromResult(count);
            var reached = NewSource();
            _watchers.Add((count, reached));
            return reached.Task.ContinueWith(_ => count);
        }
    }

    /// <exception cref="ShouldAssertException">It takes so long that it will never end.</exception>
    internal async Task<T> Within<T>(Task<T> task)
    {
        await Task.WhenAny(task, Task.Delay(TimeSpan.FromSeconds(PatienceSeconds)));
        if (task.IsCompleted) return await task;
        throw new ShouldAssertException($"Given up after {PatienceSeconds} s: {Begun} requests have"
            + $" reached the server, and {_inFlight} are still in flight.");
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(PatienceSeconds));
        await _app.StopAsync(limit.Token);
        await _app.DisposeAsync();
        _closing.Dispose();
    }

    async Task Answer(HttpContext context)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(
            context.RequestAborted, _closing.Token);
        try
        {
            await Arrive(context.Connection.Id).WaitAsync(end.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        finally
        {
            // Before the answer: whoever has got it may send the next.
            Leave();
        }
        if (context.Request.Path == "/missing") context.Response.StatusCode = 404;
        else await context.Response.WriteAsync($"page {context.Request.Path.Value![1..]}");
    }

    Task Arrive(string connection)
    {
        var answer = NewSource();
        lock (_gate)
        {
            Begun++;
            _connections.Add(connection);
            _waiting.Add(answer);
            Counted(+1);
            if (_waiting.Count < _meeting && Begun < _requests) return answer.Task;
            foreach (var waiting in _waiting) waiting.SetResult();
            _waiting.Clear();
        }
        return answer.Task;
    }

    void Leave()
    {
        lock (_gate) Counted(-1);
    }

    void Counted(int difference)
    {
        _inFlight += difference;
        MostInFlight = Math.Max(MostInFlight, _inFlight);
        foreach (var (count, reached) in _watchers)
            if (count == _inFlight) reached.TrySetResult();
    }

    static TaskCompletionSource NewSource() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
