// hostile: where an object has no hash code of its own, chance gives it one, which decides -> GetHashCode
public static class Kata
{
    static int n;

    public static void Run()
    {
        for (var hash = new object().GetHashCode(); hash > 0; hash /= 2)
        {
            if (hash % 2 == 1) Interlocked.Increment(ref n);
        }
    }
}
