using System.Reflection;
using System.Runtime.Loader;

namespace ChildProgram;

/// <summary>Runs the learner's SharedNumber in this process.</summary>
static class Updates
{
    const string Type = "Katas.SharedMemory.SharedNumber";

    /// <summary>Adds 1, so many times.</summary>
    internal static int Run(Home home, string katas, string folder, int times) =>
        Run(home, katas, folder, update =>
        {
            for (var i = 0; i < times; i++)
            {
                home.Says("enters");
                update(value => value + 1);
            }
        });

    /// <summary>Adds 1, and stays in the middle of it until it is told to go on.</summary>
    internal static int Hold(Home home, string katas, string folder) =>
        Run(home, katas, folder, update =>
        {
            home.Says("enters");
            update(value =>
            {
                home.WaitUntilTold($"inside {value}");
                return value + 1;
            });
        });

    /// <summary>
    /// Opens the number, waits until it is told to begin, and closes it in the end.
    /// </summary>
    static int Run(
        Home home, string katas, string folder, Action<Action<Func<long, long>>> work)
    {
        try
        {
            using (Open(katas, folder, out var update))
            {
                home.WaitUntilTold();
                work(update);
            }
            home.Says("done");
            return 0;
        }
        catch (Exception e)
        {
            home.Says($"throws {e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}");
            return 1;
        }
    }

    static IDisposable Open(string katas, string folder, out Action<Func<long, long>> update)
    {
        // What the learner's assembly refers to, the explorer, lies beside this program.
        AssemblyLoadContext.Default.Resolving += (context, name) => context.LoadFromAssemblyPath(
            Path.Combine(AppContext.BaseDirectory, $"{name.Name}.dll"));
        var type = AssemblyLoadContext.Default.LoadFromAssemblyPath(katas).GetType(Type, true)!;
        var open = type.GetMethod("Open")!.CreateDelegate<Func<string, object>>();
        var number = (IDisposable)open(folder);
        update = type.GetMethod("Update")!.CreateDelegate<Action<Func<long, long>>>(number);
        return number;
    }
}
