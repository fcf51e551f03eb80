using System.Reflection;
using System.Text;

namespace Katas.Tests.Board;

/// <summary>
/// What follows when a process with specs has ended too early: which spec that was, the katas that
/// it has not come to, and the board.
/// </summary>
static class RestOfRun
{
    internal static int Show(Journal journal)
    {
        journal.IsQuiet = true;
        var run = journal.Read();
        // The file of the process that has just ended: the journal knows more of it.
        UnderWay.Here.TakeLeft();
        var progress = new Measurement(run.Seen, Delivered.FromThisBuild())
        {
            Enders = run.Ends.Select(end => end.Spec).OfType<string>().ToHashSet(),
        }.Of(Kata.In(Assembly.GetEntryAssembly()!)) with
        {
            Ends = [.. run.Ends.Select(Ends.Of)],
            Left = run.Left,
        };
        using var output = Console.OpenStandardOutput();
        output.Write(Encoding.UTF8.GetBytes($"\n{BoardText.Of(progress)}\n"));
        journal.Done();
        return Parent.Failed;
    }
}
