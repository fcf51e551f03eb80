// right: the attribute that puts the object's own lock around a whole method
using System.Runtime.CompilerServices;

namespace Katas.LockFix;

public sealed class Counter
{
    int count;

    public int Value
    {
        [MethodImpl(MethodImplOptions.Synchronized)]
        get { return count; }
    }

    [MethodImpl(MethodImplOptions.Synchronized)]
    public void Increment() => count++;
}
