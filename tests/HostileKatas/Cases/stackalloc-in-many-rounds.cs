// hostile: many rounds take some of the stack, and keep it -> the stack is full at Kata.cs:9
public static class Kata
{
    public static void Run()
    {
        unsafe
        {
            for (var i = 0; i < 100_000; i++) {
                var taken = stackalloc byte[1_000];
                taken[0] = 1;
            }
        }
    }
}
