// wrong: collects what is said by events, and waits with a limit, which doesn't wait for the last of them -> The call threw: FormatException
// hint /WaitForExit\([^)]/: A `WaitForExit` with a limit comes back at the exit, whether all of the text has arrived or not.
using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace Katas.ProcessFactorials;

public static class Factorials
{
    public static BigInteger[] Of(int[] numbers, Func<int, ProcessStartInfo> child)
    {
        var processes = new List<Process>();
        var answers = numbers.Select(_ => new StringBuilder()).ToArray();
        try
        {
            for (var i = 0; i < numbers.Length; i++)
            {
                var text = answers[i];
                var info = child(numbers[i]);
                info.RedirectStandardOutput = true;
                var process = Process.Start(info)!;
                process.OutputDataReceived += (_, line) => text.Append(line.Data);
                process.BeginOutputReadLine();
                processes.Add(process);
            }
            for (var i = 0; i < numbers.Length; i++)
            {
                if (!processes[i].WaitForExit(60_000)) throw new TimeoutException($"{numbers[i]}");
                if (processes[i].ExitCode != 0) throw new InvalidOperationException($"{numbers[i]}!");
            }
            return [.. answers.Select(t => BigInteger.Parse(t.ToString(), NumberStyles.HexNumber))];
        }
        finally
        {
            foreach (var process in processes)
            {
                process.Kill();
                process.WaitForExit();
            }
        }
    }
}
