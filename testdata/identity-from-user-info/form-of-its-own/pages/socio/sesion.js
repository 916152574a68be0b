let next = 1

export const sessionId = () => 's-' + next++
