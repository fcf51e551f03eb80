using Microsoft.Testing.Platform.Builder;
using Microsoft.Testing.Platform.Extensions;
using Microsoft.Testing.Platform.Services;

namespace Katas.Tests.Board;

/// <summary>Where Microsoft.Testing.Platform lets the board in; named in the project file.</summary>
public static class BoardHook
{
    public static void AddExtensions(ITestApplicationBuilder builder, string[] arguments)
    {
        // The board is about the learner's katas, on the learner's terminal: neither the reference
        // solutions nor an editor's own test window has a place for it.
        var left = UnderWay.Here.TakeLeft();
        foreach (var spec in left) Journal.Mine?.Left(spec);
        var underDotnetTest = arguments.Contains("dotnettestcli");
        if (KataAttribute.RunsSolutions || (arguments.Contains("--server") && !underDotnetTest)) return;

        var board = new CompositeExtensionFactory<BoardSession>(services =>
            new BoardSession(services.GetMessageBus(), Console.OpenStandardOutput(), left));
        builder.TestHost.AddDataConsumer(board);
        builder.TestHost.AddTestSessionLifetimeHandler(board);
    }
}
