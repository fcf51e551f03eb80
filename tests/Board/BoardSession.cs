using System.Reflection;
using System.Text;
using Microsoft.Testing.Platform.Extensions;
using Microsoft.Testing.Platform.Extensions.Messages;
using Microsoft.Testing.Platform.Extensions.TestHost;
using Microsoft.Testing.Platform.Messages;
using Microsoft.Testing.Platform.Services;

namespace Katas.Tests.Board;

/// <summary>Watches a run, and shows the board at its end.</summary>
/// <param name="left">The specs in the middle of which earlier runs have ended.</param>
sealed class BoardSession(IMessageBus bus, Stream output, IReadOnlyList<string> left)
    : IDataConsumer, IDataProducer, ITestSessionLifetimeHandler
{
    readonly Dictionary<string, Seen> seen = [];

    /// <summary>The session of this process, while its specs run.</summary>
    internal static BoardSession? Running { get; private set; }

    public string Uid => "Katas.Board";
    public string Version => "1";
    public string DisplayName => "Board";
    public string Description => "Shows which katas are solved, and the next one";
    public Type[] DataTypesConsumed => [typeof(TestNodeUpdateMessage)];
    public Type[] DataTypesProduced => [typeof(TestNodeUpdateMessage)];

    public Task<bool> IsEnabledAsync() => Task.FromResult(true);

    public Task OnTestSessionStartingAsync(ITestSessionContext context)
    {
        Running = this;
        return Task.CompletedTask;
    }

    public Task ConsumeAsync(
        IDataProducer dataProducer, IData value, CancellationToken cancellationToken)
    {
        var node = ((TestNodeUpdateMessage)value).TestNode;
        switch (node.Properties.SingleOrDefault<TestNodeStateProperty>())
        {
            case null or InProgressTestNodeStateProperty or DiscoveredTestNodeStateProperty:
                break;
            case var state:
                lock (seen) seen[node.Uid.Value] = Of(node, state);
                break;
        }
        return Task.CompletedTask;
    }

    static Seen Of(TestNode node, TestNodeStateProperty state) => state switch
    {
        PassedTestNodeStateProperty => new(
            true, node.Properties.SingleOrDefault<StandardOutputProperty>()?.StandardOutput ?? ""),
        FailedTestNodeStateProperty { Exception.Message: var message } => new(false, message),
        _ => new(false, state.Explanation ?? ""),
    };

    public async Task OnTestSessionFinishingAsync(ITestSessionContext context)
    {
        // Nothing has run: the tests were only listed, or a filter matched none.
        if (seen.Count == 0) return;
        // Ctrl+C is not followed by the specs of all other katas.
        if (context.CancellationToken.IsCancellationRequested) return;

        Running = null;
        if (Journal.Mine is { } journal) journal.IsQuiet = true;
        var text = Board();
        if (seen.Values.Any(s => !s.Passed))
            await output.WriteAsync(Encoding.UTF8.GetBytes($"\n{text}\n"));
        else
            await Attach(context, text);
    }

    /// <summary>In the middle of a run that ends here.</summary>
    internal void ShowNow()
    {
        lock (seen) output.Write(Encoding.UTF8.GetBytes($"\n{Board()}\n"));
        output.Flush();
    }

    string Board()
    {
        var katas = Kata.In(Assembly.GetEntryAssembly()!);
        return BoardText.Of(new Measurement(seen, Delivered.FromThisBuild()).Of(katas) with { Left = left });
    }

    /// <summary>
    /// When all is green, dotnet test drops what the run has printed, but lists its attachments: the
    /// board is one, and the name that it is listed under is the board itself.
    /// </summary>
    async Task Attach(ITestSessionContext context, string text)
    {
        var file = new FileInfo(Path.Combine(AppContext.BaseDirectory, "board.txt"));
        await File.WriteAllTextAsync(file.FullName, text + "\n");
        // "In progress" for ever: the platform forwards the attachments only of tests whose state it
        // knows, and one that has no result isn't counted.
        await bus.PublishAsync(this, new TestNodeUpdateMessage(context.SessionUid, new TestNode
        {
            Uid = Uid,
            DisplayName = $"the board\n{Indented(text)}\n    ",
            Properties = new PropertyBag(
                InProgressTestNodeStateProperty.CachedInstance,
                new FileArtifactProperty(file, DisplayName, Description)),
        }));
    }

    static string Indented(string text) =>
        string.Join('\n', text.Split('\n').Select(line => $"  {line}"));
}
