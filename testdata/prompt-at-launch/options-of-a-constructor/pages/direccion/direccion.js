Page({ data: { titulo: 'Direcciones' } })
