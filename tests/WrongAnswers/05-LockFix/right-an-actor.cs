// right: a thread of its own has the count; everybody else leaves a message in its box
using System.Collections.Concurrent;

namespace Katas.LockFix;

public sealed class Counter
{
    readonly BlockingCollection<(int Step, TaskCompletionSource<int> Answer)> box = [];
    int count;

    public Counter() => new Thread(Serve) { IsBackground = true }.Start();

    public int Value => Send(0);

    public void Increment() => Send(1);

    int Send(int step)
    {
        var answer = new TaskCompletionSource<int>();
        box.Add((step, answer));
        return answer.Task.Result;
    }

    void Serve()
    {
        foreach (var (step, answer) in box.GetConsumingEnumerable())
        {
            count += step;
            answer.SetResult(count);
        }
    }
}
